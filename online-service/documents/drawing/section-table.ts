import type { DocumentSection, LabelledRow } from '../document-data.ts';
import type { Sheet } from './sheet.ts';
import { WIDTH } from './style.ts';
import { type Cell, drawRow, fitsOnALine, headingRow, LABEL_WIDTH, rowHeight } from './table.ts';

const HALF = WIDTH / 2;
/** About a third of a page: a longer value goes on in rows of its own, so that none is higher than a page. */
const VALUE_CHARACTERS = 600;
/** Between one table and the next. */
export const GAP = 7;

/** A heading and its rows; two short ones share a line. On a new page the heading is said again. */
export function drawSection(sheet: Sheet, { title, rows }: DocumentSection): void {
  const lines = linesOf(sheet, rows);
  const first = lines[0] ?? [];
  sheet.makeRoom(rowHeight(sheet, headingRow(title)) + (first.length > 0 ? rowHeight(sheet, first) : 0));
  drawRow(sheet, headingRow(title));
  for (const line of lines) drawRow(sheet, line, () => drawRow(sheet, headingRow(`${title}（续）`)));
  sheet.y += GAP;
}

function linesOf(sheet: Sheet, rows: readonly LabelledRow[]): Cell[][] {
  const lines: Cell[][] = [];
  let waiting: LabelledRow | undefined;
  for (const row of rows.flatMap(inPieces)) {
    const short = fitsInHalf(sheet, row);
    if (waiting && short) {
      lines.push([...cellsOf(waiting, HALF), ...cellsOf(row, HALF)]);
      waiting = undefined;
      continue;
    }
    if (waiting) lines.push(cellsOf(waiting, WIDTH));
    waiting = short ? row : undefined;
    if (!short) lines.push(cellsOf(row, WIDTH));
  }
  if (waiting) lines.push(cellsOf(waiting, WIDTH));
  return lines;
}

function inPieces({ label, value }: LabelledRow): LabelledRow[] {
  const characters = [...value];
  const count = Math.max(1, Math.ceil(characters.length / VALUE_CHARACTERS));
  return Array.from({ length: count }, (_, index) => ({
    label: index === 0 ? label : `${label}（续）`,
    value: characters.slice(index * VALUE_CHARACTERS, (index + 1) * VALUE_CHARACTERS).join(''),
  }));
}

function fitsInHalf(sheet: Sheet, row: LabelledRow): boolean {
  return cellsOf(row, HALF).every((cell) => fitsOnALine(sheet, cell));
}

function cellsOf({ label, value }: LabelledRow, width: number): Cell[] {
  return [
    { text: label, width: LABEL_WIDTH, as: 'label' },
    { text: value === '' ? '—' : value, width: width - LABEL_WIDTH, as: 'value' },
  ];
}
