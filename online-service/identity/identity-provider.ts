import { idKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(200));

/** Name, ID and the phone that runs in that name. */
export const phoneElements = z.strictObject({ name: text, idKind, idNumber: text, mobile: text });
/** The same with a bank card and the phone that its bank has. */
export const cardElements = z.strictObject({ name: text, idKind, idNumber: text, cardNumber: text, mobile: text });
/** One fen to the unit's own account. Only who sees the account can read the remark. */
export const oneFen = z.strictObject({
  name: text,
  account: text,
  bank: text,
  province: text,
  city: text,
  remark: z.string().check(z.regex(/^\d{6}$/)),
});

export type PhoneElements = z.infer<typeof phoneElements>;
export type CardElements = z.infer<typeof cardElements>;
export type OneFen = z.infer<typeof oneFen>;

/** Whether elements belong together. Throws `ProviderAway`; the same request id is answered the same way again. */
export interface IdentityProvider<Elements> {
  readonly name: string;
  check(requestId: string, elements: Elements): Promise<'passed' | 'differs'>;
}

export interface TransferProvider {
  readonly name: string;
  /** The same request id never sends a second fen. */
  send(requestId: string, fen: OneFen): Promise<'sent' | 'refused'>;
  /** What became of it; `unknown` to a bank that has never heard of it. */
  standing(requestId: string): Promise<TransferStanding>;
}

export const TRANSFER_STANDINGS = ['under-way', 'credited', 'returned'] as const;
export type TransferStanding = (typeof TRANSFER_STANDINGS)[number] | 'unknown';

/** One for each way in which a party can be checked. */
export interface IdentityProviders {
  readonly phone: IdentityProvider<PhoneElements>;
  readonly bankCard: IdentityProvider<CardElements>;
  readonly transfer: TransferProvider;
}
