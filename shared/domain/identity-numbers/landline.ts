import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { checkMobile } from './mobile.ts';

export const PHONE_REASONS = ['phone-characters', 'phone-area-code', 'phone-form'] as const;
type PhoneReason = (typeof PHONE_REASONS)[number] | Missing;

/** 转 and its shorthands, before the extension. */
const EXTENSION_WORDS = /(转接?|分机号?|EXT\.?|#|×|\*|X)/g;
/** Three digits for the largest cities, four for the others; an extension of up to six. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})(\d{7,8})(?:-(\d{1,6}))?$/;
const SERVICE_NUMBER = /^([48]00)(\d{3})(\d{4})(?:-(\d{1,6}))?$/;
const WITHOUT_AREA_CODE = /^[2-9]\d{6,7}(?:-\d{1,6})?$/;

/** The phone of a unit: a landline with area code, a 400 or 800 number, or a mobile. Kept as 010-58515511-8001. */
export function checkUnitPhone(text: string): Checked<PhoneReason> {
  const typed = plainPhone(text);
  if (typed === '') return refused('missing');
  if (!/^[\d-]+$/.test(typed)) return refused('phone-characters');
  const number = withoutGrouping(typed);
  const match = LANDLINE.exec(number) ?? SERVICE_NUMBER.exec(number);
  if (match) return accepted(match.slice(1).filter(Boolean).join('-'));
  const mobile = checkMobile(number);
  if (mobile.ok) return mobile;
  return refused(WITHOUT_AREA_CODE.test(number) ? 'phone-area-code' : 'phone-form');
}

/** Digits and dashes, as far as it can be read so: +86 (10) 5851 5511 转 8001 is 010-58515511-8001. */
function plainPhone(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}.]/gu, '')
    .replace(/[()\p{Pd}\u2212]+/gu, '-')
    .replace(EXTENSION_WORDS, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\+|00)86-?(?=1[3-9])/, '')
    .replace(/^(\+|00)86-?0?(?=[2-9]|10)/, '0')
    .replace(/-{2,}/g, '-');
}

/** Dashes between the groups of a number go; the one before an extension stays. */
function withoutGrouping(typed: string): string {
  const groups = typed.split('-');
  let number = groups.shift() ?? '';
  while (groups.length > 0 && !isComplete(number)) number += groups.shift();
  return [number, ...groups].join('-');
}

function isComplete(number: string): boolean {
  return LANDLINE.test(number) || SERVICE_NUMBER.test(number) || /^(?![48]00)[2-9]\d{6,7}$/.test(number);
}
