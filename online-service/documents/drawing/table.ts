import type { Sheet, TextStyle } from './sheet.ts';
import { INK, LEFT, SIZE, WIDTH } from './style.ts';

const PADDING = { x: 6, y: 3.5 } as const;
const LINE = 0.6;
export const LABEL_WIDTH = 88;

const STYLES = {
  heading: { size: SIZE.heading, weight: 'strong' },
  label: { size: SIZE.small + 0.5, ink: INK.quiet },
  columnLabel: { size: SIZE.small + 0.5, ink: INK.quiet, align: 'right' },
  value: { size: SIZE.text },
  amount: { size: SIZE.text, align: 'right' },
  total: { size: SIZE.text, weight: 'strong', align: 'right' },
} as const satisfies Record<string, TextStyle>;

const FILLS: Partial<Record<keyof typeof STYLES, string>> = {
  heading: INK.head,
  label: INK.label,
  columnLabel: INK.label,
};

export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly as: keyof typeof STYLES;
}

/** As high as its highest cell. `onNewPage` draws what is repeated above it. */
export function drawRow(sheet: Sheet, cells: readonly Cell[], onNewPage: () => void = () => undefined): void {
  const height = rowHeight(sheet, cells);
  if (sheet.makeRoom(height)) onNewPage();
  let x = LEFT;
  for (const cell of cells) {
    drawCell(sheet, cell, { x, height });
    x += cell.width;
  }
  sheet.y += height;
}

export function rowHeight(sheet: Sheet, cells: readonly Cell[]): number {
  return Math.max(...cells.map((cell) => textHeight(sheet, cell))) + 2 * PADDING.y;
}

/** Whether it needs one line only. */
export function fitsOnALine(sheet: Sheet, { text, width, as }: Cell): boolean {
  return !text.includes('\n') && sheet.widthOf(text, STYLES[as]) <= width - 2 * PADDING.x;
}

export function headingRow(text: string): readonly Cell[] {
  return [{ text, width: WIDTH, as: 'heading' }];
}

function drawCell(sheet: Sheet, cell: Cell, { x, height }: { readonly x: number; readonly height: number }): void {
  const { doc, y } = sheet;
  const fill = FILLS[cell.as];
  doc.lineWidth(LINE).rect(x, y, cell.width, height);
  if (fill) doc.fillAndStroke(fill, INK.line);
  else doc.stroke(INK.line);
  const above = (height - textHeight(sheet, cell)) / 2;
  sheet.write(cell.text, { x: x + PADDING.x, y: y + above, width: cell.width - 2 * PADDING.x }, STYLES[cell.as]);
}

function textHeight(sheet: Sheet, { text, width, as }: Cell): number {
  return sheet.heightOf(text === '' ? ' ' : text, width - 2 * PADDING.x, STYLES[as]);
}
