import type { Box, Sheet } from './sheet.ts';
import { INK } from './style.ts';

const SIZE = 11;
export const BLANK_HEIGHT = 34;

export interface Blank {
  readonly label: string;
  /** Stands on the line already; nothing: to be written by hand. */
  readonly filled?: string;
}

/** A label and a line to write on. */
export function drawBlank(sheet: Sheet, { label, filled = '' }: Blank, { x, y, width }: Box): void {
  const style = { size: SIZE } as const;
  const start = x + sheet.widthOf(label, style) + 4;
  const height = sheet.heightOf(label, width, style);
  sheet.write(label, { x, y, width }, style);
  sheet.write(filled, { x: start + 4, y, width: x + width - start - 4 }, style);
  const line = y + height + 1;
  sheet.doc
    .lineWidth(0.6)
    .moveTo(start, line)
    .lineTo(x + width, line)
    .stroke(INK.text);
}

/** Year, month and day, each to be written by hand. */
export function drawDateBlank(sheet: Sheet, label: string, { x, y, width }: Box): void {
  sheet.write(`${label}　　　　　年　　　　月　　　　日`, { x, y, width }, { size: SIZE });
}
