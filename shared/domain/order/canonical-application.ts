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
 * The application as one text that cannot be read in two ways: fixed order of keys, no spaces, as RFC 8785 has it for
 * strings and integers. Its SHA-256 is what is confirmed, shown, signed, and printed on the form.
 */
export function canonicalApplication(application: Application): string {
  return canonical({ format: 1, ...application });
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
