import { SELLER, type WantedInvoice } from '../invoice.ts';
import { INK, type Paper } from './paper.ts';

export interface Parties {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly buyer: WantedInvoice['buyer'];
}

/** Buyer left, seller right. What was not given takes no room. */
export function drawParties(paper: Paper, { top, left, right, height, buyer }: Parties): void {
  const middle = (left + right) / 2;
  paper.line(middle, top, { x: middle, y: top + height });
  const half = middle - left;
  drawParty(paper, '购买方信息', { party: buyer, x: left, y: top, width: half });
  drawParty(paper, '销售方信息', { party: SELLER, x: middle, y: top, width: half });
}

interface PartyPlace {
  readonly party: WantedInvoice['buyer'] | typeof SELLER;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawParty(paper: Paper, caption: string, { party, x, y, width }: PartyPlace): void {
  for (const [index, letter] of [...caption].entries()) {
    paper.write(letter, { x: x + 5, y: y + 6 + index * 12, width: 12, size: 7.5, ink: INK.form });
  }
  const name = 'title' in party ? party.title : party.name;
  const rows = [
    `名称：${name}`,
    `统一社会信用代码/纳税人识别号：${party.taxpayerNumber ?? ''}`,
    ...(party.addressAndPhone ? [`地址、电话：${party.addressAndPhone}`] : []),
    ...(party.bankAndAccount ? [`开户行及账号：${party.bankAndAccount}`] : []),
  ];
  paper.write(rows.join('\n'), { x: x + 20, y: y + 5, width: width - 24, size: 7.5 });
}
