import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { plainCode } from './as-typed.ts';

export const BANK_CARD_REASONS = ['bank-card-characters', 'bank-card-length', 'bank-card-check-digit'] as const;
type BankCardReason = (typeof BANK_CARD_REASONS)[number] | Missing;

/** The number of a bank card: ISO/IEC 7812, its last digit by Luhn's formula. */
export function checkBankCard(text: string): Checked<BankCardReason> {
  const number = plainCode(text);
  if (number === '') return refused('missing');
  if (!/^\d+$/.test(number)) return refused('bank-card-characters');
  if (!/^\d{12,19}$/.test(number)) return refused('bank-card-length');
  return luhnSum(number) % 10 === 0 ? accepted(number) : refused('bank-card-check-digit');
}

/** From the right every second digit counts double, and the digits of what that makes are added up. */
export function luhnSum(number: string): number {
  let sum = 0;
  for (const [index, digit] of [...number].reverse().entries()) {
    const counted = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum;
}
