import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { plainCode } from './as-typed.ts';

export const ACCOUNT_REASONS = ['account-characters', 'account-length'] as const;
type AccountReason = (typeof ACCOUNT_REASONS)[number] | Missing;

/** Each bank numbers its accounts as it likes: digits, before them at most the letters of a special account (NRA, FTN). */
export function checkAccountNumber(text: string): Checked<AccountReason> {
  const number = plainCode(text).replace(/[./]/g, '');
  if (number === '') return refused('missing');
  if (!/^[A-Z]{0,4}\d+$/.test(number)) return refused('account-characters');
  return /^[A-Z]{0,4}\d{6,32}$/.test(number) ? accepted(number) : refused('account-length');
}
