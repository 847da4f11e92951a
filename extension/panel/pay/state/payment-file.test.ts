import { fail } from '@certbridge/shared/contract/result.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TOKEN } from '../../../testing/fake-counter/fake-counter.ts';
import { moneyOf, payFake } from '../../../testing/fake-counter/fake-payments.ts';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { openCounter } from '../../order/testing/open-counter.ts';
import { createPaymentFile } from './payment-file.ts';

const SIGHT = { seen: () => true, onChange: () => () => undefined };
const AT = '2025-11-21T02:40:00Z';

async function fileOfPaid() {
  const at = openCounter();
  const order = at.counter.begin('new-unit', UNIT_APPLICATION);
  payFake(order, AT);
  const session = await at.open({ kind: 'order', order: at.counter.view(order), token: TOKEN });
  const file = createPaymentFile({ ask: session.ask, clock: at.clock, sight: SIGHT, orderId: order.id });
  return { at, order, file };
}

afterEach(() => vi.unstubAllGlobals());

describe('what became of the money', () => {
  it('is looked at until the refund is back and the invoice is there, and no longer', async () => {
    const { at, order, file } = await fileOfPaid();
    const refund = { amount: 100, reason: 'second', way: 'wechat', at: AT } as const;
    const money = moneyOf(order);
    money.refunds = [{ ...refund, standing: 'asked' }];
    file.begin();
    await at.hand.pass(3_000);
    expect(file.view.value?.refunds).toMatchObject([{ standing: 'asked' }]);
    money.refunds = [{ ...refund, standing: 'done' }];
    money.invoices = [{ kind: 'blue', standing: 'issued', number: '1', at: AT }];
    await at.hand.pass(3_000);
    expect(file.view.value).toMatchObject({ refunds: [{ standing: 'done' }], invoices: [{ standing: 'issued' }] });
    const asked = at.asked('payments.read').length;
    await at.hand.pass(60_000);
    expect(at.asked('payments.read').length).toBe(asked);
  });
});

describe('an invoice', () => {
  it('is opened by a short-lived address in a tab of its own, the red one by its own', async () => {
    const open = vi.fn();
    vi.stubGlobal('window', { open });
    const { at, file } = await fileOfPaid();
    await file.open('blue');
    await file.open('red');
    expect(at.asked('documents.link').map(({ of }) => of)).toEqual(['invoice', 'red-invoice']);
    expect(open).toHaveBeenCalledWith('https://service.example.cn/d/1', '_blank', 'noopener,noreferrer');
    expect(file.link.value).toBe('https://service.example.cn/d/1');
  });

  it('is sent once more, and it is said to whom', async () => {
    const { file } = await fileOfPaid();
    await file.send();
    expect(file.sentTo.value).toBe('o******r@example.cn');
  });

  it('that is not there yet says so, and can be asked for again', async () => {
    const { at, file } = await fileOfPaid();
    at.counter.instead['invoices.send'] = () => fail('DOCUMENT_NOT_THERE');
    await file.send();
    expect(file.failure.value).toMatchObject({ code: 'DOCUMENT_NOT_THERE' });
    delete at.counter.instead['invoices.send'];
    await file.send();
    expect([file.failure.value, file.sentTo.value]).toEqual([undefined, 'o******r@example.cn']);
  });
});
