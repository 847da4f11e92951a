import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { yuanInWords } from '@certbridge/shared/domain/yuan-in-words.ts';
import { includedTax } from '../included-tax.ts';
import { type IssuedInvoice, SELLER } from '../invoice.ts';
import { drawLines, LINES_HEIGHT } from './draw-lines.ts';
import { drawParties } from './draw-parties.ts';
import { drawSeal } from './draw-seal.ts';
import { INK, MM, PAGE, Paper } from './paper.ts';

const LEFT = 8 * MM;
const RIGHT = PAGE.width - LEFT;
const TOP = 26 * MM;
const PARTIES = 26 * MM;
const TOTAL = 8 * MM;
const REMARK = 16 * MM;

/** The invoice as a PDF; the same invoice gives the same words. */
export function drawInvoice(invoice: IssuedInvoice): Promise<Buffer> {
  const { number, issuedAt, wanted, reverses } = invoice;
  const isRed = reverses !== undefined;
  const paper = new Paper({ title: `电子发票 ${number}`, madeAt: issuedAt });
  drawHead(paper, invoice);
  drawParties(paper, { top: TOP, left: LEFT, right: RIGHT, height: PARTIES, buyer: wanted.buyer });
  const linesTop = TOP + PARTIES;
  const tax = wanted.lines.map(({ amountFen }) => includedTax(amountFen, wanted.taxPercent));
  drawLines(paper, { top: linesTop, left: LEFT, right: RIGHT, wanted, tax, isRed });
  const totalTop = linesTop + LINES_HEIGHT;
  const minus = isRed ? '-' : '';
  paper.write('价税合计（大写）', { x: LEFT + 6, y: totalTop + 6, width: 90, ink: INK.form });
  const words = `${isRed ? '（负数）' : ''}${yuanInWords(wanted.totalFen)}`;
  paper.write(words, { x: LEFT + 100, y: totalTop + 5, width: 230, size: 9 });
  paper.write('（小写）', { x: RIGHT - 180, y: totalTop + 6, width: 50, ink: INK.form });
  const figures = `¥${minus}${(wanted.totalFen / 100).toFixed(2)}`;
  paper.write(figures, { x: RIGHT - 130, y: totalTop + 5, width: 120, size: 9, align: 'right' });
  const remarkTop = totalTop + TOTAL;
  const remark = isRed ? `被红冲蓝字发票号码：${reverses}　${wanted.remark}` : wanted.remark;
  paper.write('备注', { x: LEFT + 6, y: remarkTop + 6, width: 40, ink: INK.form });
  paper.write(remark, { x: LEFT + 50, y: remarkTop + 6, width: RIGHT - LEFT - 60 });
  const bottom = remarkTop + REMARK;
  for (const y of [TOP, linesTop, totalTop, remarkTop, bottom]) paper.line(LEFT, y, { x: RIGHT, y });
  for (const x of [LEFT, RIGHT]) paper.line(x, TOP, { x, y: bottom });
  paper.write('开票人：系统', { x: LEFT + 6, y: bottom + 5, width: 120, ink: INK.form });
  paper.write('本发票由证桥沙箱开具，仅供演示，不能报销。Issued by a sandbox: no real invoice.', {
    x: LEFT + 130,
    y: bottom + 5,
    width: RIGHT - LEFT - 136,
    size: 6.5,
    ink: INK.form,
    align: 'right',
  });
  drawSeal(paper, SELLER, { x: LEFT + 118 * MM, y: bottom - 11 * MM });
  return paper.finish();
}

function drawHead(paper: Paper, { number, checkCode, issuedAt, reverses }: IssuedInvoice): void {
  const title = { x: 0, width: PAGE.width, align: 'center', ink: INK.form } as const;
  paper.write('电子发票（普通发票）', { ...title, y: 8 * MM, size: 17, bold: true });
  for (const y of [18 * MM, 19 * MM]) paper.line(PAGE.width / 2 - 95, y, { x: PAGE.width / 2 + 95, y });
  const right = { x: RIGHT - 165, width: 165, size: 7.5 } as const;
  paper.write(`发票号码：${number}`, { ...right, y: 8 * MM });
  paper.write(`开票日期：${chinaDate(issuedAt)}`, { ...right, y: 12.5 * MM });
  paper.write(`校验码：${checkCode}`, { ...right, y: 17 * MM });
  if (reverses === undefined) return;
  paper.write('红字发票', { x: LEFT + 4, y: 8 * MM, width: 90, size: 14, bold: true, ink: INK.red });
  paper.write('销项负数', { x: LEFT + 4, y: 16 * MM, width: 90, size: 9, ink: INK.red });
}
