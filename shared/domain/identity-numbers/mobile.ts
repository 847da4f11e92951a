import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { plainCode } from './as-typed.ts';

export const MOBILE_REASONS = ['mobile-characters', 'mobile-abroad', 'mobile-length', 'mobile-prefix'] as const;
type MobileReason = (typeof MOBILE_REASONS)[number] | Missing;

/** China's own country code, before a number that is complete without it. */
const COUNTRY_CODE = /^(\+|00)?86(?=1\d{10}$)/;

/** A mobile number of the mainland: eleven digits, the first two from 13 to 19. */
export function checkMobile(text: string): Checked<MobileReason> {
  const number = plainCode(text).replace(/[().]/g, '').replace(COUNTRY_CODE, '');
  if (number === '') return refused('missing');
  if (/^(\+|00)(?!86)\d/.test(number)) return refused('mobile-abroad');
  if (!/^\+?\d+$/.test(number)) return refused('mobile-characters');
  if (!/^\d{11}$/.test(number)) return refused('mobile-length');
  return /^1[3-9]/.test(number) ? accepted(number) : refused('mobile-prefix');
}
