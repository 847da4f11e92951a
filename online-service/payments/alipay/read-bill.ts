import type { Fen } from '@certbridge/shared/domain/money.ts';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { type BillLine, PaymentProviderAway } from '../payment-provider.ts';
import { readAlipayTime } from './alipay-time.ts';
import { readYuan } from './read-yuan.ts';

/** Of one unpacked file: a bomb has no end. */
const MOST_BYTES = 256 * 1024 * 1024;
const LIST = /^#-+业务明细列表-+\t?$/;
const LIST_END = /^#-+业务明细列表结束-+\t?$/;

const COLUMNS = {
  transactionId: '支付宝交易号',
  tradeNo: '商户订单号',
  kind: '业务类型',
  at: '完成时间',
  amount: '订单金额',
  refundNo: '退款批次号/请求号',
  fee: '服务费',
} as const;
type Column = keyof typeof COLUMNS;

/** 业务明细: a zip of CSV files in GBK, of which the one with the lines counts. Half a file is none. */
export function readBill(zip: Uint8Array): BillLine[] {
  try {
    const lists = Object.values(unpacked(zip)).flatMap((file) => listOf(file) ?? []);
    const [list] = lists;
    if (list === undefined || lists.length > 1) throw notUnderstood();
    return rowsOf(list).map(lineOf);
  } catch (fault) {
    throw fault instanceof PaymentProviderAway ? fault : notUnderstood();
  }
}

function unpacked(zip: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(zip, {
    filter: ({ originalSize }) => {
      if (originalSize > MOST_BYTES) throw notUnderstood();
      return true;
    },
  });
}

/** Between its two marks; undefined: another of the files. The names of the files are in GBK and help nobody. */
function listOf(file: Uint8Array): string | undefined {
  const lines = new TextDecoder('gbk', { fatal: true }).decode(file).split(/\r?\n/);
  const start = lines.findIndex((line) => LIST.test(line));
  if (start < 0) return undefined;
  const end = lines.findIndex((line) => LIST_END.test(line));
  if (end < start) throw notUnderstood();
  return lines.slice(start + 1, end).join('\n');
}

function rowsOf(list: string): Readonly<Record<Column, string>>[] {
  const rows: string[][] = parse(list, { trim: true, skip_empty_lines: true });
  const [head = [], ...others] = rows;
  const names = head.map((name) => name.replace(/[（(]元[）)]$/, ''));
  const places = Object.entries(COLUMNS).map(([column, name]) => {
    const place = names.indexOf(name);
    if (place < 0) throw notUnderstood();
    return [column as Column, place] as const;
  });
  return others.map(
    (row) => Object.fromEntries(places.map(([column, place]) => [column, row[place] ?? ''])) as Record<Column, string>,
  );
}

function lineOf(row: Readonly<Record<Column, string>>): BillLine {
  const kind = row.kind === '交易' ? 'payment' : row.kind === '退款' ? 'refund' : undefined;
  const [amount, fee, at] = [unsigned(row.amount), unsigned(row.fee), readAlipayTime(row.at)];
  if (!kind || amount === undefined || fee === undefined || !at || !row.tradeNo || !row.transactionId) {
    throw notUnderstood();
  }
  const common = { tradeNo: row.tradeNo, transactionId: row.transactionId, amount, at };
  if (kind === 'payment') return { kind, ...common, fee };
  if (!row.refundNo) throw notUnderstood();
  return { kind, ...common, refundNo: row.refundNo, fee: fee === 0 ? 0 : -fee };
}

/** Signs say which way it went, and the kind of the line says that, too. */
function unsigned(text: string): Fen | undefined {
  return readYuan(text.replace(/^-/, ''));
}

function notUnderstood(): PaymentProviderAway {
  return new PaymentProviderAway('bill-not-understood');
}
