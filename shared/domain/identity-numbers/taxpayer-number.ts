import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { plainCode } from './as-typed.ts';
import { checkResidentId } from './resident-id.ts';
import { checkUnifiedSocialCreditCode } from './unified-social-credit-code.ts';

export const TAXPAYER_REASONS = ['taxpayer-length', 'taxpayer-characters', 'taxpayer-check-character'] as const;
type TaxpayerReason = (typeof TAXPAYER_REASONS)[number] | Missing;

/** 18 for credit codes and people; 15, 17 and 20 for registrations of before 2015 that are still in use. */
const LENGTHS = [15, 17, 18, 20];
/** A person's number, of eighteen places. */
const LIKE_RESIDENT_ID = /^\d{17}[\dX]$/;

/** The taxpayer number on an invoice (纳税人识别号): for a unit its credit code. `today` is the date in China. */
export function checkTaxpayerNumber(text: string, today: string): Checked<TaxpayerReason> {
  const number = plainCode(text);
  if (number === '') return refused('missing');
  if (!LENGTHS.includes(number.length)) return refused('taxpayer-length');
  if (!/^[0-9A-Z]+$/.test(number)) return refused('taxpayer-characters');
  if (number.length !== 18) return accepted(number);
  if (LIKE_RESIDENT_ID.test(number) && checkResidentId(number, today).ok) return accepted(number);
  const code = checkUnifiedSocialCreditCode(number);
  if (code.ok) return code;
  const reason = code.reason === 'credit-code-characters' ? 'taxpayer-characters' : 'taxpayer-check-character';
  return refused(reason, code.repair);
}
