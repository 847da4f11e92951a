import type { PrintedUnit, SealSheet } from './document-data.ts';
import { drawBlank, drawDateBlank } from './drawing/blanks.ts';
import { footOf, orderWords } from './drawing/foot.ts';
import { drawNotes } from './drawing/paragraph.ts';
import { drawRuler, drawSealBox } from './drawing/seal-box.ts';
import { drawSection } from './drawing/section-table.ts';
import { Sheet } from './drawing/sheet.ts';
import { LEFT, MM, WIDTH } from './drawing/style.ts';
import { drawTitle } from './drawing/title.ts';
import { paperName, slotName } from './paper-name.ts';

const TITLE = { zh: paperName('seal-sheet'), en: 'Seal samples of a unit' };

/** A company's seal is at most 45 mm wide (国发〔1999〕25号): room around the largest, stamped a little off. */
const COMPANY = { width: 60 * MM, height: 60 * MM } as const;
/** A name seal is 15 to 25 mm. */
const NAME = { width: 38 * MM, height: 38 * MM } as const;
const CAPTION = 30;

/** Seals are cut from this sheet as they were stamped: twice each, so that the better one can be taken. */
export async function sealSheet(data: SealSheet): Promise<Buffer> {
  const { head, unit, seals } = data;
  const sheet = new Sheet({ title: `${TITLE.zh} ${head.orderNumber}`, madeAt: head.madeAt });
  drawTitle(sheet, TITLE, head);
  drawUnit(sheet, unit);
  sheet.y += 6;
  drawPair(sheet, COMPANY, '单位公章 Company seal');
  if (seals === 'company-and-legal-representative') {
    drawPair(sheet, NAME, `法定代表人章 Seal of ${unit.legalRepresentative}`);
  }
  drawDeclaration(sheet);
  drawNotes(sheet, '盖章说明 Notes', NOTES);
  return sheet.finish(footOf(sheet, [orderWords(head)]));
}

function drawUnit(sheet: Sheet, unit: PrintedUnit): void {
  drawSection(sheet, {
    title: '单位 Unit',
    rows: [
      { label: '单位名称', value: unit.name },
      { label: '统一社会信用代码', value: unit.creditCode },
      { label: '法定代表人', value: unit.legalRepresentative },
    ],
  });
}

function drawPair(sheet: Sheet, size: { readonly width: number; readonly height: number }, caption: string): void {
  sheet.makeRoom(size.height + CAPTION);
  const gap = (WIDTH - 2 * size.width) / 3;
  for (const index of [0, 1]) {
    const x = LEFT + gap + index * (size.width + gap);
    drawSealBox(sheet, { ...size, x, y: sheet.y, caption: `${caption}（${index + 1}）` });
  }
  sheet.y += size.height + CAPTION;
}

function drawDeclaration(sheet: Sheet): void {
  sheet.makeRoom(70);
  sheet.y += 4;
  const half = WIDTH / 2 - 10;
  drawBlank(sheet, { label: '经办人（签字）：' }, { x: LEFT, y: sheet.y, width: half });
  drawDateBlank(sheet, '日期：', { x: LEFT + half + 20, y: sheet.y, width: half });
  sheet.y += 34;
  drawRuler(sheet, { x: LEFT, y: sheet.y });
  sheet.y += 18;
}

const NOTES = [
  '请用 A4 纸按原尺寸（100%）打印，上面的标尺应为 50 毫米。',
  '用实物印章和红色印泥在每个框内各盖一次：端正、清晰、完整，不压框线，框内不写字。',
  `整页拍照或扫描后上传到“${slotName('seal-sheet')}”一栏。用图片软件添加的印章不予受理。`,
  'Print at 100 %, stamp each box once in red without touching its lines, then upload the whole page.',
];
