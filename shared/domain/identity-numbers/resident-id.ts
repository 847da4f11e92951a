import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { lookAlikesAsDigits, plainCode } from './as-typed.ts';

export const RESIDENT_ID_REASONS = [
  'resident-id-old-number',
  'resident-id-length',
  'resident-id-characters',
  'resident-id-region',
  'resident-id-birthday',
  'resident-id-birthday-future',
  'resident-id-check-digit',
] as const;
type ResidentIdReason = (typeof RESIDENT_ID_REASONS)[number] | Missing;

const LENGTH = 18;
const NUMBER = /^\d{17}[\dX]$/;
/**
 * Provinces by GB/T 2260; 81 to 83 are the residence permits of people from Hong Kong, Macao and Taiwan, which are
 * numbered alike. Counties are not looked up: a number keeps the code of a county that is long gone.
 */
const REGION = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
/** One of the standard's own examples was born in 1880. */
const CENTURY = /^(18|19|20)/;
/** ISO 7064 MOD 11-2: X is ten. */
const CHECK_DIGITS = '10X98765432';
/** What people write where their keyboard has no obvious X: a multiplication sign, an asterisk, a Cyrillic letter. */
const CROSS_AT_END = /[×✕✖*ХΧ]$/;

/** A resident identity number (公民身份号码, GB 11643-1999). `today` is the date in China. */
export function checkResidentId(text: string, today: string): Checked<ResidentIdReason> {
  const id = plainCode(text).replace(CROSS_AT_END, 'X');
  if (id === '') return refused('missing');
  const reason = faultOf(id, today);
  if (reason === undefined) return accepted(id);
  if (reason !== 'resident-id-characters') return refused(reason);
  const meant = lookAlikesAsDigits(id);
  return refused(reason, faultOf(meant, today) === undefined ? meant : undefined);
}

function faultOf(id: string, today: string): (typeof RESIDENT_ID_REASONS)[number] | undefined {
  if (/^\d{15}$/.test(id)) return 'resident-id-old-number';
  if (id.length !== LENGTH) return 'resident-id-length';
  if (!NUMBER.test(id)) return 'resident-id-characters';
  if (!REGION.test(id)) return 'resident-id-region';
  const birthday = birthdayOfResident(id);
  if (!isBirthday(birthday)) return 'resident-id-birthday';
  if (birthday > today) return 'resident-id-birthday-future';
  return residentIdCheckDigit(id) === id.at(-1) ? undefined : 'resident-id-check-digit';
}

/** 1988-05-12, from a number that was accepted. */
export function birthdayOfResident(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** Odd sequence numbers are given to men, even ones to women. */
export function sexOfResident(id: string): 'male' | 'female' {
  return Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

/** The 18th place, from the 17 before it: the weights are the powers of two, modulo 11, doubled towards the front. */
export function residentIdCheckDigit(id: string): string {
  let sum = 0;
  for (const digit of id.slice(0, LENGTH - 1)) sum = ((sum + Number(digit)) * 2) % 11;
  return CHECK_DIGITS.charAt(sum);
}

function isBirthday(date: string): boolean {
  if (!CENTURY.test(date)) return false;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(date);
}
