import type { PersonalSealSheet } from './document-data.ts';
import { drawDateBlank } from './drawing/blanks.ts';
import { footOf, orderWords } from './drawing/foot.ts';
import { drawNotes } from './drawing/paragraph.ts';
import { drawRuler, drawSealBox } from './drawing/seal-box.ts';
import { drawSection } from './drawing/section-table.ts';
import { Sheet } from './drawing/sheet.ts';
import { LEFT, MM, WIDTH } from './drawing/style.ts';
import { drawTitle } from './drawing/title.ts';
import { paperName, slotName } from './paper-name.ts';

const TITLE = { zh: paperName('personal-seal-sheet'), en: 'Seal or signature sample of a person' };
const SAMPLE = { width: 70 * MM, height: 35 * MM } as const;
const STAMP = { width: 60 * MM, height: 60 * MM } as const;
const CAPTION = 30;

/** Signed or sealed twice by the person, then confirmed by the stamp of the unit. */
export async function personalSealSheet({ head, person, unitName }: PersonalSealSheet): Promise<Buffer> {
  const sheet = new Sheet({ title: `${TITLE.zh} ${head.orderNumber}`, madeAt: head.madeAt });
  drawTitle(sheet, TITLE, head);
  drawSection(sheet, {
    title: '申请人 Applicant',
    rows: [
      { label: '姓名', value: person.name },
      { label: '证件类型', value: person.idKind },
      { label: '证件号码', value: person.idNumber },
      { label: '所在单位', value: unitName },
    ],
  });
  sheet.y += 6;
  drawSamples(sheet);
  drawUnitStamp(sheet);
  drawNotes(sheet, '填写说明 Notes', NOTES);
  return sheet.finish(footOf(sheet, [orderWords(head)]));
}

function drawSamples(sheet: Sheet): void {
  const gap = (WIDTH - 2 * SAMPLE.width) / 3;
  for (const index of [0, 1]) {
    const x = LEFT + gap + index * (SAMPLE.width + gap);
    drawSealBox(sheet, { ...SAMPLE, x, y: sheet.y, caption: `本人签名或印章 Signature or seal（${index + 1}）` });
  }
  sheet.y += SAMPLE.height + CAPTION;
}

function drawUnitStamp(sheet: Sheet): void {
  const gap = (WIDTH - 2 * SAMPLE.width) / 3;
  drawSealBox(sheet, { ...STAMP, x: LEFT + gap, y: sheet.y, caption: '所在单位盖章 Stamp of the unit' });
  const x = LEFT + 2 * gap + SAMPLE.width;
  drawDateBlank(sheet, '日期：', { x, y: sheet.y + STAMP.height / 2 - 8, width: WIDTH + LEFT - x });
  drawRuler(sheet, { x, y: sheet.y + STAMP.height });
  sheet.y += STAMP.height + CAPTION;
}

const NOTES = [
  '请用 A4 纸按原尺寸（100%）打印，右侧标尺应为 50 毫米。',
  '本人用黑色签字笔签名，或用红色印泥盖个人印章，每个框内一次；不压框线。',
  '再由所在单位加盖实物公章，确认以上为本人。用图片软件添加的签名和印章不予受理。',
  `整页拍照或扫描后上传到“${slotName('personal-seal-sheet')}”一栏。`,
  'Sign or seal each box once, have the unit stamp the sheet, then upload a photo or scan of the whole page.',
];
