import { refuseSeal, type SealResult } from '../seal.ts';
import type { Drawing } from './drawing.ts';
import { letterize } from './letters.ts';
import { nameOnArc } from './name-on-arc.ts';
import { star } from './star.ts';

export interface CompanySeal {
  readonly name: string;
  /** The seal's registered number, when it has one: 13 digits, or the letters and digits of a code. */
  readonly number?: string | undefined;
}

const LEAST_NAME = 4;
const MOST_NAME = 40;
const NUMBER = /^[0-9A-Z]{6,18}$/;

/** Tenths of a millimetre: 40 mm across, as a company's seal is. */
const SIZE = 400;
const CENTRE = SIZE / 2;
const FRAME = 12;
const STAR = 68;
/** Where the name's heads are. */
const NAME_OUTER = 179;
const NUMBER_OUTER = 181;

/** Round, the star in the middle, the name on the arc from left to right, the number below. */
export function companySeal({ name, number }: CompanySeal): SealResult<Drawing> {
  if (number !== undefined && !NUMBER.test(number)) return refuseSeal({ code: 'NUMBER_FORM' });
  const letters = letterize(name);
  if (!letters.ok) return letters;
  const { length } = letters.value;
  if (length < LEAST_NAME || length > MOST_NAME) {
    return refuseSeal({ code: 'NAME_LENGTH', least: LEAST_NAME, most: MOST_NAME });
  }
  const room = letters.value.reduce((sum, letter) => sum + letter.room, 0);
  const glyphs = nameOnArc(letters.value, {
    centre: CENTRE,
    outer: NAME_OUTER,
    height: heightFor(room),
    span: number === undefined ? 300 : 276,
    step: 27,
    widest: 0.8,
    side: 'top',
  });
  const digits = number === undefined ? undefined : letterize(number);
  if (digits && !digits.ok) return digits;
  const below = digits ? nameOnArc(digits.value, NUMBER_ARC) : [];
  return {
    ok: true,
    value: {
      width: SIZE,
      height: SIZE,
      frame: { shape: 'circle', stroke: FRAME },
      star: star(CENTRE, STAR),
      glyphs: [...glyphs, ...below],
    },
  };
}

const NUMBER_ARC = {
  centre: CENTRE,
  outer: NUMBER_OUTER,
  height: 19,
  span: 66,
  step: 8,
  widest: 1,
  side: 'bottom',
} as const;

/** The more characters, the lower they are, or they would be as thin as threads. */
function heightFor(room: number): number {
  const [few, many] = [12, 40];
  const share = Math.min(Math.max((room - few) / (many - few), 0), 1);
  return 54 - share * 20;
}
