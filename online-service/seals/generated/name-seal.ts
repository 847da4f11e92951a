import { refuseSeal, type SealResult } from '../seal.ts';
import type { Drawing } from './drawing.ts';
import { type Letter, letterize } from './letters.ts';
import { type PlacedGlyph, place } from './placed-glyph.ts';

export interface NameSeal {
  readonly name: string;
  readonly shape: 'square' | 'oblong';
  /** 印 after the name; a square of two or three characters is filled up with it in any case. */
  readonly ending?: boolean | undefined;
}

const LEAST_NAME = 2;
const MOST_NAME = 16;

/** Tenths of a millimetre. */
const SQUARE = 200;
const OBLONG_HEIGHT = 120;
const FRAME = 8;
const CORNER = 6;
/** Between the frame and the characters. */
const MARGIN = 6;
/** Of a cell; the rest is the gap to the next. */
const FILLED = 0.94;

/** A person's seal. Square: in columns from right to left, as seals are read. Oblong: in one line from left to right. */
export function nameSeal({ name, shape, ending }: NameSeal): SealResult<Drawing> {
  const bare = name.replaceAll(/\s/g, '');
  const count = [...bare].length;
  if (count < LEAST_NAME || count > MOST_NAME) {
    return refuseSeal({ code: 'NAME_LENGTH', least: LEAST_NAME, most: MOST_NAME });
  }
  const letters = letterize(shape === 'square' ? squareText(bare, count, ending) : `${bare}${ending ? '印' : ''}`);
  if (!letters.ok) return letters;
  return { ok: true, value: shape === 'square' ? square(letters.value) : oblong(letters.value) };
}

/** Two and three characters make four, with the words that seals have for it. */
function squareText(name: string, count: number, ending: boolean | undefined): string {
  if (count === 2) return `${name}之印`;
  return count === 3 || ending ? `${name}印` : name;
}

function square(letters: readonly Letter[]): Drawing {
  const rows = Math.ceil(Math.sqrt(letters.length));
  const columns = Math.ceil(letters.length / rows);
  const inner = SQUARE - 2 * (FRAME + MARGIN);
  const glyphs = letters.flatMap((letter, index) => {
    const column = Math.floor(index / rows);
    const inColumn = Math.min(rows, letters.length - column * rows);
    const [width, height] = [inner / columns, inner / inColumn];
    const left = FRAME + MARGIN + (columns - 1 - column) * width;
    return filled(letter, { left, top: FRAME + MARGIN + (index % rows) * height, width, height });
  });
  return framed(SQUARE, SQUARE, glyphs);
}

function oblong(letters: readonly Letter[]): Drawing {
  const room = letters.reduce((sum, letter) => sum + letter.room, 0);
  const height = OBLONG_HEIGHT - 2 * (FRAME + MARGIN);
  // Long names are written narrower rather than on a seal that fits no paper.
  const each = Math.min(height * 0.92, 420 / room);
  let left = FRAME + MARGIN;
  const glyphs = letters.flatMap((letter) => {
    const cell = { left, top: FRAME + MARGIN, width: each * letter.room, height };
    left += cell.width;
    return filled(letter, cell);
  });
  return framed(left + FRAME + MARGIN, OBLONG_HEIGHT, glyphs);
}

interface Cell {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function filled({ character, outline, source }: Letter, { left, top, width, height }: Cell): PlacedGlyph[] {
  if (!outline) return [];
  const middle = [left + width / 2, top + height / 2] as const;
  return [place(character, outline, { source, middle, width: width * FILLED, height: height * FILLED, turned: 0 })];
}

function framed(width: number, height: number, glyphs: readonly PlacedGlyph[]): Drawing {
  return { width, height, frame: { shape: 'rectangle', stroke: FRAME, corner: CORNER }, star: [], glyphs };
}
