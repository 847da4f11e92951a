import { CODE_WAYS, type CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { feeKept } from '@certbridge/shared/domain/payment/postings.ts';
import type { Job } from '../jobs/job.ts';
import { type BillLine, type PaymentProvider, PaymentProviderAway } from '../payments/payment-provider.ts';
import type { PaymentSettings, SettleTools } from '../payments/payment-tools.ts';
import { settle } from '../payments/settle.ts';
import { safeFault } from '../problems/safe-fault.ts';
import type { BillOfDay } from './bill-store.ts';

export type ReconcileTools = SettleTools & Pick<PaymentSettings, 'providers'>;

const DAY_MS = 86_400_000;
/** A service that was away for longer has had its bills read by somebody else. */
const DAYS_BACK = 14;
/** The providers make a day's bill in the next morning, until ten; asked earlier, one says that there is none. */
const MADE_AFTER_MS = 10 * 3_600_000;
/** What has no bill by then never gets one, because nothing happened on it. */
const DAYS_WITHOUT = 3;

/** Every hour, for the days that are over and whose bill has not been read. */
export function reconcile(tools: ReconcileTools): Job {
  return {
    name: 'reconcile-bills',
    cron: '25 * * * *',
    async run(signal) {
      let read = 0;
      let differences = 0;
      for (const way of CODE_WAYS) {
        const provider = tools.providers[way];
        const found = provider ? await readDays(tools, provider, signal) : [];
        read += found.length;
        differences += found.reduce((sum, count) => sum + count, 0);
      }
      return { read, differences };
    },
  };
}

/** The differences of each day whose bill was there. None holds up another. */
async function readDays(tools: ReconcileTools, provider: PaymentProvider, signal: AbortSignal): Promise<number[]> {
  const differences: number[] = [];
  for (const day of await daysToRead(tools, provider.way)) {
    if (signal.aborted) break;
    const found = await readDay(tools, provider, day);
    if (found !== undefined) differences.push(found);
  }
  return differences;
}

async function daysToRead({ transact, now }: ReconcileTools, provider: CodeWay): Promise<string[]> {
  const days = Array.from({ length: DAYS_BACK }, (_, place) => dayBefore(now(), DAYS_BACK - place));
  const read = new Set(await transact((stores) => stores.bills.daysRead(provider, days[0] ?? '')));
  return days.filter((day) => !read.has(day));
}

/** So many days before the one whose bill is not made yet. */
function dayBefore(now: Date, days: number): string {
  return chinaDate(new Date(now.getTime() - MADE_AFTER_MS - days * DAY_MS));
}

/** How many differences the day has; undefined while its bill is not there. */
async function readDay(tools: ReconcileTools, provider: PaymentProvider, day: string): Promise<number | undefined> {
  try {
    // Empty is a bill as well: without it, what is missing on the day before would never be named.
    const lines = (await provider.bill(day)) ?? (day < dayBefore(tools.now(), DAYS_WITHOUT) ? [] : undefined);
    if (!lines) return undefined;
    await findMissed(tools, provider, lines);
    return await tools.transact(async (stores) => {
      const bill: BillOfDay = { provider: provider.way, day };
      for (const line of lines) {
        if (line.fee === 0) continue;
        const name = `fee ${provider.way} ${line.refundNo ?? line.transactionId}`;
        await stores.ledger.post({ name, entries: feeKept(provider.way, line.fee), orderId: undefined });
      }
      await stores.bills.keep(bill, lines);
      return stores.bills.compare(bill);
    });
  } catch (fault) {
    const level = fault instanceof PaymentProviderAway ? 'warn' : 'error';
    tools.log[level]({ way: provider.way, day, fault: safeFault(fault) }, 'a bill could not be read yet');
    return undefined;
  }
}

/** Paid, and neither told by a callback nor found by a poll: the provider is asked, and the order settled after all. */
async function findMissed(tools: ReconcileTools, provider: PaymentProvider, lines: readonly BillLine[]): Promise<void> {
  for (const line of lines) {
    if (line.kind !== 'payment') continue;
    const known = await tools.transact((stores) => stores.receipts.isKnown(provider.way, line.transactionId));
    if (known) continue;
    const collection = await tools.transact((stores) => stores.collections.findByTrade(line.tradeNo));
    if (!collection) continue;
    const trade = await provider.look(line.tradeNo);
    if (trade.standing === 'paid') await settle(tools, { holder: provider.way, fact: trade.fact, foundBy: 'bill' });
  }
}
