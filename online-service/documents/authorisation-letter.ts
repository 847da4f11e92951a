import type { AuthorisationLetter } from './document-data.ts';
import { BLANK_HEIGHT, drawBlank, drawDateBlank } from './drawing/blanks.ts';
import { footOf, orderWords } from './drawing/foot.ts';
import { drawNotes, drawParagraph } from './drawing/paragraph.ts';
import { drawSealRing, RING } from './drawing/seal-box.ts';
import { drawSection } from './drawing/section-table.ts';
import { Sheet } from './drawing/sheet.ts';
import { LEFT, MM, WIDTH } from './drawing/style.ts';
import { drawTitle } from './drawing/title.ts';
import { paperName, slotName } from './paper-name.ts';

const TITLE = { zh: paperName('authorisation-letter'), en: 'Letter of authorisation' };

/** The unit says who may act for it, in this business only. Printed, stamped by hand, photographed and uploaded. */
export async function authorisationLetter(letter: AuthorisationLetter): Promise<Buffer> {
  const { head } = letter;
  const sheet = new Sheet({ title: `${TITLE.zh} ${head.orderNumber}`, madeAt: head.madeAt });
  drawTitle(sheet, TITLE, head);
  drawParties(sheet, letter);
  sheet.y += 8;
  for (const paragraph of wordsOf(letter)) drawParagraph(sheet, paragraph);
  sheet.y += 10;
  drawSignatures(sheet, letter);
  drawNotes(sheet, '填写说明 Notes', NOTES);
  return sheet.finish(footOf(sheet, [orderWords(head)]));
}

function drawParties(sheet: Sheet, { unit, operator }: AuthorisationLetter): void {
  drawSection(sheet, {
    title: '委托单位 Unit',
    rows: [
      { label: '单位名称', value: unit.name },
      { label: '统一社会信用代码', value: unit.creditCode },
      { label: '法定代表人', value: unit.legalRepresentative },
    ],
  });
  drawSection(sheet, {
    title: '受托人（经办人） Operator',
    rows: [
      { label: '姓名', value: operator.name },
      { label: '证件类型', value: operator.idKind },
      { label: '证件号码', value: operator.idNumber },
    ],
  });
}

function wordsOf({ head, unit, operator }: AuthorisationLetter): string[] {
  return [
    `${unit.name}（统一社会信用代码 ${unit.creditCode}）委托 ${operator.name}（${operator.idKind} ${operator.idNumber}）作为本单位的经办人，在“${head.channel}”办理“${head.business}”业务，订单号 ${head.orderNumber}。`,
    '经办人可以代表本单位填写、确认和签署该业务的申请，提交材料，支付费用，领取证书、密钥和印章，并接收与之有关的通知。经办人在此范围内所做的，由本单位承担责任。',
    '本委托仅限上述业务，自盖章之日起至该业务办结之日止。经办人不得将其转托他人。',
  ];
}

function drawSignatures(sheet: Sheet, { operator }: AuthorisationLetter): void {
  sheet.makeRoom(RING + 60);
  drawSealRing(sheet, { x: LEFT + 6 * MM, y: sheet.y, caption: '单位公章' });
  const [x, width] = [LEFT + RING + 16 * MM, WIDTH - RING - 16 * MM];
  const { y } = sheet;
  drawBlank(sheet, { label: '法定代表人（签字或盖章）：' }, { x, y: y + 6, width });
  drawBlank(sheet, { label: `经办人 ${operator.name}（签字）：` }, { x, y: y + 6 + BLANK_HEIGHT, width });
  drawDateBlank(sheet, '日期：', { x, y: y + 6 + 2 * BLANK_HEIGHT, width });
  sheet.y += RING + 14;
}

const NOTES = [
  '请核对以上内容，打印后加盖单位公章的实物印章，公章应盖在虚线圈内并清晰可辨。用图片软件添加的印章不予受理。',
  '内容有误时请返回修改申请后重新下载，涂改无效。',
  `盖章后拍照或扫描，四角完整、字迹清楚，上传到“${slotName('authorisation-letter')}”一栏。`,
  'Print it, stamp it by hand inside the ring, sign and date it, then upload a photo or scan that shows the whole page.',
];
