import type { Letter } from './letters.ts';
import { type PlacedGlyph, place } from './placed-glyph.ts';

export interface Arc {
  readonly centre: number;
  /** Where the letters' feet stand on the inside, or their heads touch on the outside. */
  readonly outer: number;
  readonly height: number;
  /** The most that the text may take, in degrees. */
  readonly span: number;
  /** The most that one character may take, in degrees. */
  readonly step: number;
  /** A character is at most this much wider than high. */
  readonly widest: number;
  readonly side: 'top' | 'bottom';
}

/** The room between two letters. */
const FILLED = 0.93;

/**
 * Letters along a circle, the middle one at its top, their feet to the middle; or at the bottom, their heads to it. Each
 * has a sector of its own and is as wide as that is on its narrow, inner side: neighbours cannot touch.
 */
export function nameOnArc(letters: readonly Letter[], arc: Arc): PlacedGlyph[] {
  const room = letters.reduce((sum, letter) => sum + letter.room, 0);
  const degrees = Math.min(arc.step, arc.span / room);
  const inner = arc.outer - arc.height;
  const direction = arc.side === 'top' ? 1 : -1;
  let at = (-room * degrees) / 2;
  return letters.flatMap(({ character, outline, room: own, source }) => {
    const sector = own * degrees;
    const middle = at + sector / 2;
    at += sector;
    if (!outline) return [];
    const width = Math.min(2 * inner * Math.tan((sector * Math.PI) / 360) * FILLED, arc.height * arc.widest * own);
    const angle = ((direction * middle - 90 * direction) * Math.PI) / 180;
    const radius = arc.outer - arc.height / 2;
    const point = [arc.centre + radius * Math.cos(angle), arc.centre + radius * Math.sin(angle)] as const;
    return [
      place(character, outline, { source, middle: point, width, height: arc.height, turned: direction * middle }),
    ];
  });
}
