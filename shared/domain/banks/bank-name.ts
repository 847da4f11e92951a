import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { lengthOf, plainLine } from '../identity-numbers/as-typed.ts';

export const BANK_NAME_REASONS = ['bank-name-no-bank', 'bank-name-long', 'bank-name-characters'] as const;
type BankNameReason = (typeof BANK_NAME_REASONS)[number] | Missing;

const LONGEST = 60;
const WRITABLE = /^[\p{Script=Han}\p{Script=Latin}\d（）() ·・.-]+$/u;
/** Whoever keeps accounts in China says so in the name: a bank, a credit union, a union of them, a finance company. */
const KEEPS_ACCOUNTS = /银行|商行|信用社|信用合作|联社|农信|信合|财务(有限责任|有限|股份|公司)|\bbank\b/i;

/** A bank that is not in the list, typed by hand: a transfer to a name that is no bank comes back days later. */
export function checkBankName(text: string): Checked<BankNameReason> {
  const name = plainLine(text);
  if (name === '') return refused('missing');
  if (lengthOf(name) > LONGEST) return refused('bank-name-long');
  if (!WRITABLE.test(name)) return refused('bank-name-characters');
  return KEEPS_ACCOUNTS.test(name) ? accepted(name) : refused('bank-name-no-bank');
}
