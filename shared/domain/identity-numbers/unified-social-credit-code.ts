import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { lookAlikesAsDigits, plainCode } from './as-typed.ts';

export const CREDIT_CODE_REASONS = [
  'credit-code-length',
  'credit-code-old-number',
  'credit-code-characters',
  'credit-code-office',
  'credit-code-check-character',
] as const;
type CreditCodeReason = (typeof CREDIT_CODE_REASONS)[number] | Missing;

/** GB 32100-2015: digits and capitals without I, O, S, V and Z; the place in the row is the character's value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
/** The registering department, of which none is 0, the unit's category, and the office's region by GB/T 2260. */
const OFFICE = /^[1-9A-Y].[1-8]\d{5}/;
const LENGTH = 18;
const MODULUS = 31;
/** The weight of each place is three times that of the one before it, modulo 31. */
const WEIGHT_STEP = 3;

/** The unified social credit code of a unit (统一社会信用代码). */
export function checkUnifiedSocialCreditCode(text: string): Checked<CreditCodeReason> {
  const code = plainCode(text);
  if (code === '') return refused('missing');
  // Registration numbers of the time before 2015.
  if (/^\d{15}$/.test(code)) return refused('credit-code-old-number');
  if (code.length !== LENGTH) return refused('credit-code-length');
  if (!CODE.test(code)) return refused('credit-code-characters', repairOf(code));
  if (!OFFICE.test(code)) return refused('credit-code-office');
  if (creditCodeCheckCharacter(code) !== code.at(-1)) return refused('credit-code-check-character');
  return accepted(code);
}

/** The 18th character, from the 17 before it. */
export function creditCodeCheckCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, LENGTH - 1)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * WEIGHT_STEP) % MODULUS;
  }
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}

/** Suggested only when the check character confirms it. */
function repairOf(code: string): string | undefined {
  const meant = lookAlikesAsDigits(code);
  const fits = CODE.test(meant) && OFFICE.test(meant) && creditCodeCheckCharacter(meant) === meant.at(-1);
  return fits ? meant : undefined;
}
