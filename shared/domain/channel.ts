import * as z from 'zod/mini';
import { businessName } from './business.ts';
import { channelId } from './channel-id.ts';
import { fieldName } from './form/field-names.ts';
import { fen } from './money.ts';

export const CARRIERS = ['key', 'hosted'] as const;
export const UNIT_VERIFICATIONS = [
  'legal-representative-phone',
  'legal-representative-card',
  'account-transfer',
] as const;
export const PERSON_VERIFICATIONS = ['phone', 'bank-card'] as const;
/** Who acts for the unit: whoever applies, or the person who will hold its hosted certificate and seals. */
export const OPERATOR_ROLES = ['operator', 'seal-administrator'] as const;
export const PAYMENT_WAYS = ['alipay', 'wechat', 'remittance', 'treasury'] as const;
export const MATERIALS = [
  'business-licence',
  'legal-representative-id',
  'operator-id-portrait',
  'operator-id-emblem',
  'authorisation-letter',
  'seal-sheet',
  'personal-seal-sheet',
  'remittance-voucher',
] as const;

const text = (length: number) => z.string().check(z.minLength(1), z.maxLength(length));

const product = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)),
  name: text(80),
  holder: z.enum(['unit', 'person']),
  carrier: z.enum(CARRIERS),
  /** Main or sub key; a hosted certificate has none. */
  keyRole: z.optional(z.enum(['main', 'sub'])),
  years: z.array(z.int().check(z.gte(1), z.lte(5))).check(z.minLength(1), z.maxLength(5)),
  price: z.strictObject({ certificatePerYear: fen, key: fen, seal: fen }),
  /** The applicant may keep a key already held and have the certificate written onto it. */
  keyOptional: z.boolean(),
  seals: z.array(z.enum(['none', 'company', 'company-and-legal-representative', 'personal'])).check(z.maxLength(4)),
  materials: z.array(z.enum(MATERIALS)).check(z.maxLength(8)),
});

const offer = z.strictObject({
  business: businessName,
  /** Bound by the product's price unless a fixed price is named here (re-issue, free unlock). */
  fixedPrice: z.optional(fen),
  paymentWays: z.array(z.enum(PAYMENT_WAYS)).check(z.maxLength(4)),
  /** Absent: no review, the result comes at once. */
  reviewWorkingDays: z.optional(z.strictObject({ from: z.int().check(z.positive()), to: z.int().check(z.positive()) })),
  materials: z.array(z.enum(MATERIALS)).check(z.maxLength(8)),
  /** The unit proves itself once more, by six digits sent to the legal representative, before the materials. */
  authorisationCode: z.boolean(),
  /** Done on paper beside, or instead of, the panel. */
  onPaper: z.enum(['no', 'also', 'only']),
});

/** A partner's counter. Where two manuals differ, a channel differs: no rule of a channel is in the code. */
export const channel = z.strictObject({
  id: channelId,
  name: text(80),
  offers: z.array(offer).check(z.minLength(1), z.maxLength(7)),
  products: z.array(product).check(z.minLength(1), z.maxLength(12)),
  unitVerifications: z.array(z.enum(UNIT_VERIFICATIONS)).check(z.maxLength(3)),
  /** Absent: the operator. */
  operatorRole: z.optional(z.enum(OPERATOR_ROLES)),
  /** How the operator, or a person who applies for himself, is verified. */
  personVerifications: z.array(z.enum(PERSON_VERIFICATIONS)).check(z.maxLength(2)),
  /** Where this channel's form differs: fields that it does not ask, and optional ones that it insists on. */
  form: z.strictObject({
    hidden: z.array(fieldName).check(z.maxLength(40)),
    required: z.array(fieldName).check(z.maxLength(40)),
  }),
  materialLimitBytes: z.int().check(z.positive()),
  renewal: z.strictObject({
    daysBeforeEnd: z.int().check(z.nonnegative()),
    daysAfterEnd: z.int().check(z.nonnegative()),
  }),
  posting: z.strictObject({
    posted: z.boolean(),
    workingDays: z.optional(z.int().check(z.positive())),
    text: z.string().check(z.maxLength(400)),
  }),
  hotline: z.strictObject({ phone: text(40), hours: text(80) }),
});

export const channelListEntry = z.strictObject({ id: channelId, name: text(80) });

export type Channel = z.infer<typeof channel>;
export type ChannelListEntry = z.infer<typeof channelListEntry>;
