import { type Outline, outlineOf } from '../font/seal-font.ts';
import { refuseSeal, type SealResult } from '../seal.ts';

export interface Letter {
  readonly character: string;
  /** Absent for a space. */
  readonly outline: Outline | undefined;
  /** How much of a Chinese character's room it takes. */
  readonly room: number;
  /** What of the em is shown in that room. */
  readonly source: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** Beside the ink of letters that are narrower than their em. */
const SIDE = 0.05;
/** Capitals, digits and what hangs below the line. */
const LATIN = { top: 0.08, bottom: 1.1 } as const;
const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 } as const;
const SPACE_ROOM = 0.4;

/** Parentheses are written as in Chinese; several spaces are one. */
export function letterize(text: string): SealResult<readonly Letter[]> {
  const written = text.normalize('NFC').trim().replaceAll('(', '（').replaceAll(')', '）').replaceAll(/\s+/g, ' ');
  const letters: Letter[] = [];
  for (const character of written) {
    const outline = character === ' ' ? undefined : outlineOf(character);
    if (!outline && character !== ' ') return refuseSeal({ code: 'CHARACTER_UNKNOWN', character });
    letters.push(letterOf(character, outline));
  }
  return { ok: true, value: letters };
}

function letterOf(character: string, outline: Outline | undefined): Letter {
  if (!outline) return { character, outline, room: SPACE_ROOM, source: WHOLE };
  const isHan = /\p{Script=Han}/u.test(character);
  if (isHan) return { character, outline, room: 1, source: WHOLE };
  const { left, right } = outline.ink;
  const source = { left: left - SIDE, right: right + SIDE, ...(isWide(character) ? { top: 0, bottom: 1 } : LATIN) };
  return { character, outline, room: Math.min(source.right - source.left, 1), source };
}

/** Punctuation of the Chinese script stands in the em's square. */
function isWide(character: string): boolean {
  return /[\u3000-\u303f\uff00-\uffef·]/u.test(character);
}
