import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { lengthOf, plainLine } from './as-typed.ts';

export const UNIT_NAME_REASONS = ['unit-name-short', 'unit-name-long', 'unit-name-characters'] as const;
type UnitNameReason = (typeof UNIT_NAME_REASONS)[number] | Missing;

/** Two is the shortest of real shop names; a hundred is what a certificate's subject and an invoice take. */
const SHORTEST = 2;
const LONGEST = 100;
const WRITABLE = /^[\p{Script=Han}\p{Script=Latin}\p{M}\d（）()·•・.,，、&＆+\-—/“”"‘’'《》〔〕[\] ]+$/u;
const HAN = /\p{Script=Han}/u;

/** The name of a unit as on its licence, where brackets in a Chinese name are wide ones. */
export function checkUnitName(text: string): Checked<UnitNameReason> {
  const line = plainLine(text);
  const name = HAN.test(line) ? asOnLicence(line) : line;
  if (name === '') return refused('missing');
  if (lengthOf(name) < SHORTEST) return refused('unit-name-short');
  if (lengthOf(name) > LONGEST) return refused('unit-name-long');
  const readable = WRITABLE.test(name) && /[\p{Script=Han}\p{Script=Latin}]/u.test(name);
  return readable ? accepted(name) : refused('unit-name-characters');
}

function asOnLicence(line: string): string {
  return line
    .replace(/ ?[(（] ?/g, '（')
    .replace(/ ?[)）] ?/g, '）')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}
