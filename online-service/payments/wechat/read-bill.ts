import { type BillLine, PaymentProviderAway } from '../payment-provider.ts';
import type { WechatSettings } from './wechat-settings.ts';

const COLUMNS = {
  at: '交易时间',
  app: '公众账号ID',
  merchant: '商户号',
  transactionId: '微信订单号',
  tradeNo: '商户订单号',
  state: '交易状态',
  refundNo: '商户退款单号',
  refundState: '退款状态',
  fee: '手续费',
  total: '订单金额',
  refunded: '申请退款金额',
} as const;

type Cells = Readonly<Record<keyof typeof COLUMNS, string>>;
/** The sums at the end begin with this. */
const SUMMARY = '总交易单数';

/** Every cell of a line begins with a back-tick, so that a spreadsheet keeps long numbers; commas in between count. */
export function readBill(text: string, settings: Pick<WechatSettings, 'mchid' | 'appid'>): readonly BillLine[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.findIndex((line) => line.startsWith(SUMMARY));
  if (end < 0) throw notUnderstood();
  const cellsOf = cellReader(head.split(','));
  return lines
    .slice(0, end)
    .map(cellsOf)
    .filter(({ merchant, app }) => merchant === settings.mchid && app === settings.appid)
    .flatMap(lineOf);
}

function cellReader(head: readonly string[]): (line: string) => Cells {
  const places = Object.entries(COLUMNS).map(([key, name]) => [key, head.indexOf(name)] as const);
  if (places.some(([, place]) => place < 0)) throw notUnderstood();
  return (line) => {
    const cells = line.slice(1).split(',`');
    if (!line.startsWith('`') || cells.length !== head.length) throw notUnderstood();
    return Object.fromEntries(places.map(([key, place]) => [key, cells[place]])) as Cells;
  };
}

function lineOf(cells: Cells): readonly BillLine[] {
  const { tradeNo, transactionId } = cells;
  const at = new Date(`${cells.at.replace(' ', 'T')}+08:00`);
  if (Number.isNaN(at.getTime())) throw notUnderstood();
  const about = { tradeNo, transactionId, fee: fenOf(cells.fee), at };
  switch (cells.state) {
    case 'SUCCESS':
      return [{ kind: 'payment', amount: fenOf(cells.total), ...about }];
    case 'REFUND':
      if (cells.refundState === 'FAIL') return [];
      return [{ kind: 'refund', amount: fenOf(cells.refunded), refundNo: cells.refundNo, ...about }];
    default:
      throw notUnderstood();
  }
}

/** `300.00`; fees have five decimals, and are settled by the fen. */
function fenOf(text: string): number {
  const [, sign, yuan, decimals = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,5}))?$/.exec(text) ?? [];
  if (yuan === undefined) throw notUnderstood();
  const amount = Math.round(Number(`${yuan}${decimals.padEnd(5, '0')}`) / 1000);
  return sign === '-' && amount > 0 ? -amount : amount;
}

function notUnderstood(): PaymentProviderAway {
  return new PaymentProviderAway('bill-not-understood');
}
