import type { WantedInvoice } from '../invoice.ts';
import { INK, MM, type Paper } from './paper.ts';

export const LINES_HEIGHT = 46 * MM;
const ROW = 5 * MM;

export interface Lines {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly wanted: WantedInvoice;
  /** Of each line, in fen. */
  readonly tax: readonly number[];
  readonly isRed: boolean;
}

/** Without tax, tax, and their sums; a red one counts below nothing. */
export function drawLines(paper: Paper, { top, left, right, wanted, tax, isRed }: Lines): void {
  const sign = isRed ? -1 : 1;
  const money = (fen: number) => ((sign * fen) / 100).toFixed(2);
  const row = (y: number, cells: readonly string[], ink: string = INK.text) =>
    drawRow(paper, { cells, y, left, right, ink });
  row(top + 4, ['项目名称', '数量', '金额', '税率', '税额'], INK.form);
  for (const [index, { name, count, amountFen }] of wanted.lines.entries()) {
    const lineTax = tax[index] ?? 0;
    const cells = [name, String(sign * count), money(amountFen - lineTax), `${wanted.taxPercent}%`, money(lineTax)];
    row(top + 4 + (index + 1) * ROW, cells);
  }
  const taxSum = tax.reduce((sum, each) => sum + each, 0);
  const bottom = top + LINES_HEIGHT - 14;
  row(bottom, ['合　　计', '', `¥${money(wanted.totalFen - taxSum)}`, '', `¥${money(taxSum)}`], INK.text);
}

interface Row {
  readonly cells: readonly string[];
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly ink: string;
}

/** The last four columns, from the right. */
const COLUMN = 78;

function drawRow(paper: Paper, { cells, y, left, right, ink }: Row): void {
  const [name = '', ...numbers] = cells;
  const first = right - numbers.length * COLUMN;
  paper.write(name, { x: left + 6, y, width: first - left - 8, ink });
  for (const [index, text] of numbers.entries()) {
    paper.write(text, { x: first + index * COLUMN, y, width: COLUMN - 6, ink, align: 'right' });
  }
}
