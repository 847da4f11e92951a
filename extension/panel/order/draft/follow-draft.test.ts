import { describe, expect, it } from 'vitest';
import { TOKEN } from '../../../testing/fake-counter/fake-counter.ts';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import type { Unfinished } from '../../state/panel-state.ts';
import { cancelOrder } from '../acts/cancel-order.ts';
import { leavePage } from '../acts/leave-page.ts';
import type { OrderSession } from '../state/order-session.ts';
import { openCounter, openOrder, type } from '../testing/open-counter.ts';
import { followDraft } from './follow-draft.ts';

const BEGUN = 1_000;

function following(session: OrderSession) {
  const told: (Unfinished | undefined)[] = [];
  const stop = followDraft(session, { setUnfinished: (unfinished) => told.push(unfinished) }, BEGUN);
  return { told, stop };
}

describe('while a form is open', () => {
  it('an empty one is nothing to keep, and takes the place of none', async () => {
    const at = openCounter();
    const { told, stop } = following(await at.open({ kind: 'new', business: 'new-unit' }));
    await at.hand.pass(10_000);
    stop();
    expect(told).toEqual([]);
  });

  it('what is typed is kept a moment later, not letter by letter', async () => {
    const at = openCounter();
    const session = await at.open({ kind: 'new', business: 'new-unit' });
    const { told } = following(session);
    for (const name of ['示', '示例', '示例建设']) type(session, { 'unit.name': name });
    expect(told).toEqual([]);
    await at.hand.pass(300);
    expect(told).toMatchObject([
      {
        kind: 'draft',
        draft: { begunAt: BEGUN, page: 'unit', business: 'new-unit', fields: { 'unit.name': '示例建设' } },
      },
    ]);
  });

  it('goes on where it stopped: with the order, the token, the page and what was not sent yet', async () => {
    const at = openCounter();
    const session = await at.open({ kind: 'new', business: 'new-unit' });
    const { told, stop } = following(session);
    type(session, UNIT_APPLICATION);
    await leavePage(session, 'unit');
    type(session, { 'invoice.addressAndPhone': '示例路 1 号' });
    stop();
    const kept = told.at(-1);
    if (kept?.kind !== 'draft') throw new Error('nothing was kept');
    expect(kept.draft.order).toMatchObject({ number: '251121-00042', token: TOKEN });
    const again = await at.open(kept);
    expect(again.page.value).toBe('product');
    expect(again.order.value?.number).toBe('251121-00042');
    expect(again.form.fields['invoice.addressAndPhone'].value.value).toBe('示例路 1 号');
  });
});

it('who leaves while the order is being begun still finds it', async () => {
  const at = openCounter();
  const session = await at.open({ kind: 'new', business: 'new-unit' });
  const { told, stop } = following(session);
  type(session, UNIT_APPLICATION);
  const left = leavePage(session, 'unit');
  stop();
  await left;
  expect(told.at(-1)).toMatchObject({ draft: { order: { number: '251121-00042' } } });
  expect(at.hand.alarms, 'nothing is followed any longer').toBe(0);
});

describe('once it is filled in', () => {
  it('nothing is kept on this computer; the open panel still knows the order', async () => {
    const at = openCounter();
    const session = await openOrder(at, UNIT_APPLICATION);
    const { told } = following(session);
    const order = session.order.peek();
    if (order) session.adopt({ ...order, state: 'filled', version: order.version + 1 });
    await at.hand.pass(300);
    expect(told.at(-1)).toMatchObject({ kind: 'order', token: TOKEN });
  });

  it('and signed, only which order waits for payment is kept, so that a closed browser finds its way back', async () => {
    const at = openCounter();
    const session = await openOrder(at, UNIT_APPLICATION);
    const { told } = following(session);
    const order = session.order.peek();
    const signed = order && ({ ...order, state: 'signed', payment: 'awaiting', version: order.version + 1 } as const);
    if (signed) session.adopt(signed);
    await at.hand.pass(300);
    expect(told.at(-1)).toMatchObject({
      kind: 'draft',
      draft: { fields: {}, awaits: 'payment', order: { number: '251121-00042', token: TOKEN } },
    });
    if (signed) session.adopt({ ...signed, state: 'accepted', payment: 'paid', version: signed.version + 1 });
    await at.hand.pass(300);
    expect(told.at(-1)).toBeUndefined();
  });

  it('cancelled, nothing is kept at all', async () => {
    const at = openCounter();
    const session = await openOrder(at, UNIT_APPLICATION);
    const { told, stop } = following(session);
    await cancelOrder(session);
    stop();
    expect(told.at(-1)).toBeUndefined();
    expect(told).not.toEqual([]);
  });
});
