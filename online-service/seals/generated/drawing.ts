import { SEAL_RED } from '../seal.ts';
import type { PlacedGlyph, Point } from './placed-glyph.ts';

/** A seal as it will be drawn, in tenths of a millimetre. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly frame: Frame;
  readonly star: readonly Point[];
  readonly glyphs: readonly PlacedGlyph[];
}

export type Frame =
  | { readonly shape: 'circle'; readonly stroke: number }
  | { readonly shape: 'rectangle'; readonly stroke: number; readonly corner: number };

const TENTHS = 10;

/** Paths only: it looks the same everywhere, with whatever fonts. */
export function svgOf({ width, height, frame, star, glyphs }: Drawing): string {
  const parts = [frameOf(frame, width, height)];
  if (star.length > 0) parts.push(`<polygon points="${star.map((point) => point.map(short).join(',')).join(' ')}"/>`);
  for (const { path, matrix } of glyphs) {
    parts.push(`<path transform="matrix(${matrix.map((value) => value.toPrecision(6)).join(' ')})" d="${path}"/>`);
  }
  const size = `width="${width / TENTHS}mm" height="${height / TENTHS}mm" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} fill="${SEAL_RED}">${parts.join('')}</svg>`;
}

function frameOf(frame: Frame, width: number, height: number): string {
  const line = `fill="none" stroke="${SEAL_RED}" stroke-width="${frame.stroke}"`;
  const half = frame.stroke / 2;
  switch (frame.shape) {
    case 'circle':
      return `<circle cx="${width / 2}" cy="${height / 2}" r="${width / 2 - half}" ${line}/>`;
    case 'rectangle':
      return `<rect x="${half}" y="${half}" width="${width - frame.stroke}" height="${height - frame.stroke}" rx="${frame.corner}" ${line}/>`;
  }
}

function short(value: number): string {
  return value.toFixed(2);
}
