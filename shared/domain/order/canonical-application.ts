import { canonicalJson } from '../canonical-json.ts';
import type { FormFields } from '../form/field-names.ts';
import type { OrderPrice } from './price-of-order.ts';

/** Everything that an applicant confirms and signs. */
export interface Application {
  readonly orderNumber: string;
  readonly channelId: string;
  readonly business: string;
  /** Only those that are part of the application, normalised. */
  readonly fields: FormFields;
  readonly price: OrderPrice;
  readonly agreements: readonly { readonly id: string; readonly version: string }[];
}

/**
 * The application as one text that cannot be read in two ways. Its SHA-256 is what is confirmed, shown, signed, and
 * printed on the form.
 */
export function canonicalApplication(application: Application): string {
  return canonicalJson({ format: 1, ...application });
}
