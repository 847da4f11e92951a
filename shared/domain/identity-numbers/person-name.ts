import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { lengthOf, plainLine } from './as-typed.ts';

export const NAME_REASONS = ['name-short', 'name-long', 'name-dots', 'name-characters'] as const;
type NameReason = (typeof NAME_REASONS)[number] | Missing;

const SHORTEST = 2;
const LONGEST = 50;
/** The dot in names such as 买买提·艾力 is U+00B7 on the identity card; keyboards write it in many ways. */
const MIDDLE_DOTS = /\s*[·•‧∙⋅・.●]\s*/g;
const HAN = /\p{Script=Han}/u;
const CHINESE_NAME = /^\p{Script=Han}+(·\p{Script=Han}+)*$/u;
const DOTTED_CHINESE = /^[\p{Script=Han}·]+$/u;
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M}]*([ .,'’-]+[\p{Script=Latin}\p{M}]+)*\.?$/u;

/** A person's name as on his papers: Chinese, or in Latin letters as on a passport. */
export function checkPersonName(text: string): Checked<NameReason> {
  const line = plainLine(text.normalize('NFKC'));
  const name = HAN.test(line) ? asOnIdentityCard(line) : line;
  if (name === '') return refused('missing');
  if (lengthOf(name) > LONGEST) return refused('name-long');
  if (!HAN.test(name)) return latinName(name);
  if (!DOTTED_CHINESE.test(name)) return refused('name-characters');
  if (!CHINESE_NAME.test(name)) return refused('name-dots');
  return lengthOf(name) < SHORTEST ? refused('name-short') : accepted(name);
}

/** People put a space into 张 三 to line it up with longer names. */
function asOnIdentityCard(line: string): string {
  return line.replace(MIDDLE_DOTS, '·').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

function latinName(name: string): Checked<NameReason> {
  if (!LATIN_NAME.test(name)) return refused('name-characters');
  return lengthOf(name) < SHORTEST ? refused('name-short') : accepted(name);
}
