import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { checkBankCard } from '@certbridge/shared/domain/identity-numbers/bank-card.ts';
import { checkIdNumber, idKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { checkMobile } from '@certbridge/shared/domain/identity-numbers/mobile.ts';
import { checkPersonName } from '@certbridge/shared/domain/identity-numbers/person-name.ts';
import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(100));
export const threeElements = z.strictObject({ name: text, idKind, idNumber: text, mobile: text });
export const fourElements = z.strictObject({ ...threeElements.shape, cardNumber: text });

/** Somebody as the carriers and the banks know him. */
export const person = z.strictObject({ ...threeElements.shape, cardNumber: z.optional(text) });
export type Person = z.infer<typeof person>;

/** Whether somebody could have these at all. */
export function isWellFormed({ name, idKind: kind, idNumber, mobile, cardNumber }: Person, now: Date): boolean {
  return (
    checkPersonName(name).ok &&
    checkIdNumber({ kind, text: idNumber }, chinaDate(now)).ok &&
    checkMobile(mobile).ok &&
    (cardNumber === undefined || checkBankCard(cardNumber).ok)
  );
}
