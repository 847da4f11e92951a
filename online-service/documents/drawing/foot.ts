import type { DocumentHead } from '../document-data.ts';
import type { Sheet } from './sheet.ts';
import { BOTTOM, INK, LEFT, MM, SIZE, WIDTH } from './style.ts';

const STYLE = { size: SIZE.foot, ink: INK.quiet } as const;
const NUMBERED =
  '〔U+…〕表示字库中没有的字，以证件为准。〔U+…〕 stands for a character the font lacks; the ID document decides.';

export function orderWords({ orderNumber, business }: DocumentHead): string {
  return `订单号 Order no. ${orderNumber}　${business}`;
}

/** Below every page: what it belongs to, and how many pages there are. */
export function footOf(sheet: Sheet, words: readonly string[]): (page: number, pages: number) => void {
  return (page, pages) => {
    const y = BOTTOM + 4 * MM;
    sheet.doc
      .lineWidth(0.5)
      .moveTo(LEFT, y)
      .lineTo(LEFT + WIDTH, y)
      .stroke(INK.line);
    const box = { x: LEFT, y: y + 4, width: WIDTH };
    sheet.write([...words, ...(sheet.numbered ? [NUMBERED] : [])].join('\n'), box, STYLE);
    sheet.write(`第 ${page} 页，共 ${pages} 页`, box, { ...STYLE, align: 'right' });
  };
}
