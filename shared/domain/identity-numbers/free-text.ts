import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { lengthOf, plainLine } from './as-typed.ts';

export const FREE_TEXT_REASONS = ['text-long', 'text-characters'] as const;
type FreeTextReason = (typeof FREE_TEXT_REASONS)[number] | Missing;

/** Pictures and private characters come out as empty boxes on forms and invoices. */
const UNPRINTABLE = /[\p{Co}\p{Cs}\p{Extended_Pictographic}]/u;

/** One line without a form of its own: a department, an address and phone for the invoice. */
export function checkFreeText(text: string, longest: number): Checked<FreeTextReason> {
  const line = plainLine(text);
  if (line === '') return refused('missing');
  if (lengthOf(line) > longest) return refused('text-long');
  return UNPRINTABLE.test(line) ? refused('text-characters') : accepted(line);
}
