import { MATERIALS } from '@certbridge/shared/domain/channel.ts';
import type { FakeCounter } from '../../testing/fake-counter/fake-counter.ts';
import type { FakeMoney } from '../../testing/fake-counter/fake-money.ts';
import type { FakeOrder } from '../../testing/fake-counter/fake-order.ts';
import { PERSON_APPLICATION, UNIT_APPLICATION } from './sample-application.ts';

const STORED = MATERIALS.map((slot) => ({ slot, required: true, standing: 'stored' as const, bytes: 812_000 }));
const DIGEST = 'ab'.repeat(32);
const FILLED = { filled: '2025-11-19T02:10:00Z', confirmed: '2025-11-19T02:12:00Z', submitted: '2025-11-19T02:40:00Z' };
const SIGNED = { ...FILLED, signed: '2025-11-19T07:20:00Z' };
const PAID = { ...SIGNED, paid: '2025-11-19T07:24:00Z' };

const BY_ALIPAY = { at: '2025-11-19T07:24:00Z', by: 'alipay' } as const;
const BLUE = { kind: 'blue', standing: 'issued', number: '25412000000012345678', at: '2025-11-19T08:00:00Z' } as const;
const RED = { kind: 'red', standing: 'asked', at: '2025-11-20T08:00:00Z' } as const;
const INVOICED: FakeMoney = { codes: [], refunds: [], invoices: [BLUE], paid: BY_ALIPAY };
const REFUNDED: FakeMoney = {
  codes: [],
  refunds: [{ amount: 50_000, reason: 'cancelled', standing: 'done', way: 'alipay', at: '2025-11-20T08:00:00Z' }],
  invoices: [BLUE, RED],
  paid: BY_ALIPAY,
};

/** One order of each kind that a person can have, the oldest first. */
export function sampleOrders(counter: FakeCounter) {
  const made = (changes: Partial<FakeOrder>, business: FakeOrder['business'] = 'new-unit'): FakeOrder => {
    const fields = business === 'new-unit' ? UNIT_APPLICATION : PERSON_APPLICATION;
    return Object.assign(counter.begin(business, fields), { digest: DIGEST }, changes);
  };
  return {
    completed: made({ state: 'completed', payment: 'paid', times: { ...PAID, completed: '2025-10-09T03:00:00Z' } }),
    lapsed: made({ state: 'lapsed', payment: 'closed' }, 'new-person'),
    refunded: made({ state: 'cancelled', payment: 'refunded', times: PAID, money: REFUNDED }),
    cancelled: made({ state: 'cancelled', payment: 'closed', digest: undefined }, 'new-person'),
    inReview: made({ state: 'accepted', payment: 'paid', times: PAID, stored: STORED, money: INVOICED }),
    returned: made({
      state: 'returned',
      payment: 'paid',
      times: { ...PAID, returned: '2025-11-20T01:41:00Z' },
      stored: STORED,
      returned: [
        { about: 'authorisation-letter', reason: '没有看到公章，请盖章后重新拍照。' },
        { about: 'operator.email', reason: '邮箱收不到邮件，请核对。' },
      ],
    }),
    toPay: made({ state: 'signed', payment: 'awaiting', times: SIGNED }),
    drafting: made({ state: 'drafting', payment: 'not-asked', digest: undefined }, 'new-person'),
  } as const;
}
