import { yuan } from '@certbridge/shared/domain/money.ts';
import { PAY_PROVIDERS } from '../../../sandbox/pay/trade.ts';
import type { StormReport } from './run-storm.ts';

const SHOWN = 20;

/** Nothing is missing, nothing is too much, and nobody was believed who should not have been. */
export function isWell(report: StormReport): boolean {
  const { tally, unsettled, settledTwice, settledUnpaid, difference, ledgerSum, wrong, left } = report;
  const { forgedAccepted, alteredAccepted } = tally;
  const bad = [unsettled, settledTwice, settledUnpaid, difference, ledgerSum, left, forgedAccepted, alteredAccepted];
  return bad.every((count) => count === 0) && wrong.length === 0 && disbelieved(report) === 0;
}

/** Genuine notifications that were answered with a refusal: a 5xx is another try, a 4xx is a mistake. */
export function disbelieved({ tally }: StormReport): number {
  return [...tally.notThanked].reduce((sum, [status, times]) => sum + (status < 500 ? times : 0), 0);
}

/** What is printed at the end, the whole of it in the last line. */
export function stormLines(report: StormReport): string[] {
  const { books, tally, kills, seconds } = report;
  const perSecond = (tally.sent / seconds).toFixed(0);
  const payments = books.alipay.payments + books.wechat.payments;
  return [
    ...report.wrong.slice(0, SHOWN).map((line) => `✗ ${line}`),
    ...[...report.complaints].map(([what, times]) => `logged as an error ${times} times: ${what}`),
    ...PAY_PROVIDERS.map((way) => {
      const { payments: count, paid, refunds, refunded } = books[way];
      return `${way}: ${count} payments, ${yuan(paid)} yuan; ${refunds} refunds, ${yuan(refunded)} yuan`;
    }),
    `orders: ${report.orders}; settled once ${report.settledOnce}`,
    `receipts: ${counted(report.receipts)}; found by ${counted(report.foundBy)}`,
    `refunds: ${counted(report.refunds)}; left to do: ${report.left}`,
    `acknowledged ${tally.acknowledged}, nobody there ${tally.unreachable}, refused ${disbelieved(report)}, 5xx ${failed(report)}; told once more afterwards ${tally.toldAfterwards}; of refunds ${tally.refundNews}`,
    `forged accepted ${tally.forgedAccepted}, altered accepted ${tally.alteredAccepted}`,
    `ledger: sum ${report.ledgerSum}; ${report.wrong.length} things wrong`,
    `${seconds.toFixed(0)} s, ${perSecond} notifications/s`,
    `${payments} payments, ${tally.sent} notifications, ${kills} kills: ${report.unsettled} unsettled, ${report.settledTwice} settled twice, ${report.settledUnpaid} settled unpaid, difference ${yuan(report.difference)} yuan`,
  ];
}

function failed({ tally }: StormReport): number {
  return [...tally.notThanked].reduce((sum, [status, times]) => sum + (status >= 500 ? times : 0), 0);
}

function counted(tally: Readonly<Record<string, number>>): string {
  const words = Object.entries(tally).map(([word, times]) => `${word} ${times}`);
  return words.length === 0 ? 'none' : words.join(', ');
}
