import { type CompanySeal, companySeal } from './generated/company-seal.ts';
import { svgOf } from './generated/drawing.ts';
import { type NameSeal, nameSeal } from './generated/name-seal.ts';
import { pngOf } from './generated/png-of.ts';
import type { SealPicture, SealResult } from './seal.ts';

export type SealWanted =
  | ({ readonly kind: 'company' } & CompanySeal)
  | ({ readonly kind: 'legal-representative' | 'personal' } & NameSeal);

export interface GeneratedSeal extends SealPicture {
  readonly svg: string;
}

/** Domain 3.11: a seal from the unit's or person's name. */
export async function generateSeal(wanted: SealWanted): Promise<SealResult<GeneratedSeal>> {
  const drawing = wanted.kind === 'company' ? companySeal(wanted) : nameSeal(wanted);
  if (!drawing.ok) return drawing;
  const svg = svgOf(drawing.value);
  return { ok: true, value: { svg, ...(await pngOf(svg, drawing.value)) } };
}
