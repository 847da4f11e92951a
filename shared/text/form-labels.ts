import type { PERSON_VERIFICATIONS, UNIT_VERIFICATIONS } from '../domain/channel.ts';
import type { FieldName } from '../domain/form/field-names.ts';
import type { SectionId } from '../domain/form/form-sections.ts';
import type { MaterialSlot } from '../domain/order/materials-of-order.ts';
import type { PriceLine } from '../domain/order/price-of-order.ts';

/** What forms and the papers made of them call things: one word for one thing, on screen and on paper. */
export interface FormLabels {
  readonly fields: { readonly [Name in FieldName]: string };
  readonly sections: { readonly [Id in SectionId]: string };
  /** Of a personal application, where the operator is the person himself. */
  readonly personSections: { readonly operator: string; readonly 'operator-check': string };
  /** Where the person who acts for the unit will also hold its hosted certificate and seals. */
  readonly sealAdministrator: { readonly operator: string; readonly 'operator-check': string };
  readonly unitWays: { readonly [Way in (typeof UNIT_VERIFICATIONS)[number]]: string };
  readonly personWays: { readonly [Way in (typeof PERSON_VERIFICATIONS)[number]]: string };
  readonly seals: { readonly [Seal in Seals]: string };
  readonly key: { readonly yes: string; readonly no: string };
  readonly years: string;
  readonly otherBank: string;
  readonly prices: { readonly [What in PriceLine['what']]: string };
  readonly materials: { readonly [Slot in MaterialSlot]: { readonly name: string; readonly rule: string } };
}

type Seals = 'none' | 'company' | 'company-and-legal-representative' | 'personal';
