import { type Fen, yuan } from '@certbridge/shared/domain/money.ts';
import { yuanInWords } from '@certbridge/shared/domain/yuan-in-words.ts';
import type { ApplicationForm, PrintedPrice } from './document-data.ts';
import { chinaMoment } from './drawing/china-moment.ts';
import { footOf, orderWords } from './drawing/foot.ts';
import { drawSection, GAP } from './drawing/section-table.ts';
import { Sheet } from './drawing/sheet.ts';
import { WIDTH } from './drawing/style.ts';
import { type Cell, drawRow, headingRow, LABEL_WIDTH, rowHeight } from './drawing/table.ts';
import { drawTitle } from './drawing/title.ts';

const TITLE = { zh: '数字证书业务申请表', en: 'Application at the digital certificate counter' };

/** The application as it was confirmed, for the applicant to keep and for the reviewer to hold against the materials. */
export async function applicationForm(form: ApplicationForm): Promise<Buffer> {
  const { head, digest } = form;
  const sheet = new Sheet({ title: `${TITLE.zh} ${head.orderNumber}`, madeAt: head.madeAt });
  drawTitle(sheet, TITLE, head);
  for (const section of form.sections) drawSection(sheet, section);
  drawPrices(sheet, form);
  drawConsents(sheet, form);
  drawSigning(sheet, form);
  return sheet.finish(footOf(sheet, [orderWords(head), `申请内容摘要 Digest of the application (SHA-256)：${digest}`]));
}

const NUMBER_WIDTH = 60;
const YUAN_WIDTH = 96;

function drawPrices(sheet: Sheet, { prices, total }: ApplicationForm): void {
  const rows = [headingRow('费用 Price'), COLUMNS, ...prices.map(priceCells), totalCells(total)];
  // One table is not too high for one page, and torn apart it would be hard to add up.
  sheet.makeRoom(rows.reduce((sum, row) => sum + rowHeight(sheet, row), 0));
  for (const row of rows) drawRow(sheet, row);
  sheet.y += GAP;
}

const NAME_WIDTH = WIDTH - NUMBER_WIDTH - 2 * YUAN_WIDTH;

const COLUMNS: readonly Cell[] = [
  { text: '项目 Item', width: NAME_WIDTH, as: 'label' },
  { text: '数量', width: NUMBER_WIDTH, as: 'columnLabel' },
  { text: '单价（元）', width: YUAN_WIDTH, as: 'columnLabel' },
  { text: '金额（元）', width: YUAN_WIDTH, as: 'columnLabel' },
];

function priceCells({ name, count, each, amount }: PrintedPrice): readonly Cell[] {
  return [
    { text: name, width: NAME_WIDTH, as: 'value' },
    { text: String(count), width: NUMBER_WIDTH, as: 'amount' },
    { text: yuan(each), width: YUAN_WIDTH, as: 'amount' },
    { text: yuan(amount), width: YUAN_WIDTH, as: 'amount' },
  ];
}

function totalCells(total: Fen): readonly Cell[] {
  const words = total === 0 ? '免费 Free of charge' : `人民币（大写）${yuanInWords(total)}`;
  return [
    { text: '合计 Total', width: LABEL_WIDTH, as: 'label' },
    { text: words, width: WIDTH - LABEL_WIDTH - YUAN_WIDTH, as: 'value' },
    { text: yuan(total), width: YUAN_WIDTH, as: 'total' },
  ];
}

function drawConsents(sheet: Sheet, { consents }: ApplicationForm): void {
  if (consents.length === 0) return;
  drawSection(sheet, {
    title: '已同意的文本 Texts agreed to',
    rows: consents.map(({ title, version, agreedAt }) => ({
      label: `版本 ${version}`,
      value: `${title}　${chinaMoment(agreedAt)} 同意`,
    })),
  });
}

function drawSigning(sheet: Sheet, { signing }: ApplicationForm): void {
  const unsigned = { label: '签署状态 Status', value: '尚未签署，不具有效力。Not signed yet, and without effect.' };
  const rows = signing
    ? [
        { label: '签署人 Signed by', value: signing.by },
        { label: '方式 By', value: signing.way },
        { label: '时间 At', value: chinaMoment(signing.at) },
        {
          label: '签署内容 What',
          value: '本表所列全部内容，见页脚摘要。Everything on this form: see the digest below.',
        },
      ]
    : [unsigned];
  drawSection(sheet, { title: '签署 Signature', rows });
}
