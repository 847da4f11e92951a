import type { CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import {
  type BillLine,
  type CodeAsked,
  type PaidFact,
  type PaymentProvider,
  PaymentProviderAway,
  type RefundAsked,
  type RefundStanding,
  type Told,
} from '../payments/payment-provider.ts';

interface Trade {
  readonly asked: CodeAsked;
  standing: 'waiting' | 'closed' | 'paid';
  fact?: PaidFact;
}

/** A provider in the test's hand: pays when told to, and remembers what it was asked. Real gateways are the sandbox's. */
export function providerInHand(way: CodeWay) {
  const trades = new Map<string, Trade>();
  const refunds = new Map<string, { readonly asked: RefundAsked; standing: RefundStanding }>();
  const calls: string[] = [];
  const bills = new Map<string, readonly BillLine[]>();
  const state = { away: false, refundAnswers: 'done' as RefundStanding, serial: 0 };
  const called = (what: string) => {
    calls.push(what);
    if (state.away) throw new PaymentProviderAway('test');
  };
  const provider: PaymentProvider = {
    way,
    async open(asked) {
      called(`open ${asked.tradeNo}`);
      const there = trades.get(asked.tradeNo) ?? { asked, standing: 'waiting' as const };
      trades.set(asked.tradeNo, there);
      return `test://${way}/${asked.tradeNo}`;
    },
    async look(tradeNo) {
      called(`look ${tradeNo}`);
      const trade = trades.get(tradeNo);
      if (!trade) return { standing: 'unknown' };
      return trade.fact ? { standing: 'paid', fact: trade.fact } : { standing: trade.standing as 'waiting' | 'closed' };
    },
    async close(tradeNo) {
      called(`close ${tradeNo}`);
      const trade = trades.get(tradeNo);
      if (trade?.standing === 'paid') return 'paid';
      if (trade) trade.standing = 'closed';
      return 'closed';
    },
    async refund(asked) {
      called(`refund ${asked.refundNo}`);
      const there = refunds.get(asked.refundNo) ?? { asked, standing: state.refundAnswers };
      refunds.set(asked.refundNo, there);
      return there.standing;
    },
    async lookAtRefund({ refundNo }) {
      called(`lookAtRefund ${refundNo}`);
      return refunds.get(refundNo)?.standing ?? 'unknown';
    },
    async bill(day) {
      called(`bill ${day}`);
      return bills.get(day);
    },
    async read({ body }) {
      const text = Buffer.from(body).toString('utf8');
      if (!text.startsWith('{')) return undefined;
      const told = JSON.parse(text) as Told;
      return told.about === 'paid' ? { ...told, fact: { ...told.fact, paidAt: new Date(told.fact.paidAt) } } : told;
    },
    thanks: { status: 200, type: 'text/plain', body: 'success' },
    refusal: { status: 400, type: 'text/plain', body: 'fail' },
  };
  return {
    provider,
    calls,
    refunds,
    bills,
    state,
    /** Somebody pays; answers what the provider says of it. */
    pay(tradeNo: string, of: Partial<PaidFact> = {}): PaidFact {
      const trade = trades.get(tradeNo);
      state.serial += 1;
      const fact: PaidFact = {
        merchant: 'merchant',
        app: 'app',
        tradeNo,
        transactionId: `${way}-${state.serial}-${tradeNo}`,
        amount: trade?.asked.amount ?? 0,
        currency: 'CNY',
        paidAt: new Date('2026-11-23T02:05:00Z'),
        ...of,
      };
      if (trade) Object.assign(trade, { standing: 'paid', fact });
      return fact;
    },
  };
}

export type ProviderInHand = ReturnType<typeof providerInHand>;
