import { fail } from '@certbridge/shared/contract/result.ts';
import { describe, expect, it } from 'vitest';
import { TOKEN } from '../../../testing/fake-counter/fake-counter.ts';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { openCounter } from '../testing/open-counter.ts';
import { createPhoneWait } from './phone-wait.ts';

async function waiting() {
  const at = openCounter();
  const order = at.counter.begin('new-unit', UNIT_APPLICATION);
  const session = await at.open({ kind: 'order', order: at.counter.view(order), token: TOKEN });
  const arrives = () => {
    const picture = {
      slot: 'business-licence',
      required: true,
      standing: 'stored',
      bytes: 9,
      at: '2025-11-21T03:00:00Z',
    } as const;
    order.stored = [picture];
    order.version += 1;
  };
  return { at, session, phone: createPhoneWait(session), arrives };
}

describe('the phone’s camera', () => {
  it('is waited for until its picture has come', async () => {
    const { at, session, phone, arrives } = await waiting();
    await phone.open('business-licence');
    expect(phone.standing.value).toMatchObject({ kind: 'waiting', lifeSeconds: 300 });
    await at.hand.pass(9_000);
    expect(phone.standing.value).toMatchObject({ kind: 'waiting' });
    arrives();
    await at.hand.pass(3_000);
    expect(phone.standing.value).toBeUndefined();
    expect(session.order.value?.materials[0]).toMatchObject({ standing: 'stored' });
  });

  it('is waited for no longer than its code is good', async () => {
    const { at, phone } = await waiting();
    await phone.open('business-licence');
    await at.hand.pass(310_000);
    expect(phone.standing.value).toMatchObject({ kind: 'expired' });
    expect(at.hand.alarms).toBe(0);
  });

  it('a look that fails is followed by the next', async () => {
    const { at, phone, arrives } = await waiting();
    await phone.open('business-licence');
    at.counter.instead['orders.read'] = () => fail('SERVICE_NOT_READY');
    await at.hand.pass(6_000);
    delete at.counter.instead['orders.read'];
    arrives();
    await at.hand.pass(3_000);
    expect(phone.standing.value).toBeUndefined();
  });

  it('nobody looks any more once it is closed', async () => {
    const { at, phone } = await waiting();
    await phone.open('business-licence');
    phone.close();
    const before = at.asked('orders.read').length;
    await at.hand.pass(30_000);
    expect(at.asked('orders.read').length).toBe(before);
  });

  it('that cannot be had says why', async () => {
    const { at, phone } = await waiting();
    at.counter.instead['materials.phone'] = () => fail('ORDER_STEP_NOT_ALLOWED');
    await phone.open('business-licence');
    expect(phone.standing.value).toMatchObject({ kind: 'failed', error: { code: 'ORDER_STEP_NOT_ALLOWED' } });
  });
});
