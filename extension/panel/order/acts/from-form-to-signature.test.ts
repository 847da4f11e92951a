import { fail } from '@certbridge/shared/contract/result.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { describe, expect, it } from 'vitest';
import { RIGHT } from '../../../testing/fake-counter/fake-steps.ts';
import { TRANSFER_APPLICATION, UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { SAMPLE_CHANNEL } from '../../../ui/gallery/sample-channel.ts';
import { createOrderDesk } from '../state/order-desk.ts';
import { orderStanding } from '../state/order-standing.ts';
import { openCounter, openOrder, type } from '../testing/open-counter.ts';
import { cancelOrder } from './cancel-order.ts';
import { confirmOrder } from './confirm-order.ts';
import { editOrder } from './edit-order.ts';
import { fillIn } from './fill-in.ts';
import { submitMaterials } from './submit-materials.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const WITHOUT_MATERIALS: Channel = {
  ...SAMPLE_CHANNEL,
  offers: SAMPLE_CHANNEL.offers.map((offer) => ({ ...offer, materials: [] })),
  products: SAMPLE_CHANNEL.products.map((product) => ({ ...product, materials: [] })),
};

async function lastPage(fields: FormFields = UNIT_APPLICATION, channel = SAMPLE_CHANNEL) {
  const at = openCounter(channel);
  const session = await openOrder(at, fields);
  const desk = createOrderDesk(session);
  session.formPage.value = 'send';
  desk.captcha.begin();
  await settled();
  const answer = (text: string) => {
    desk.captcha.field.edit(text);
    desk.consent.edit(true);
  };
  return { at, session, desk, answer };
}

async function filled(fields: FormFields = UNIT_APPLICATION) {
  const opened = await lastPage(fields);
  opened.answer(RIGHT.captcha);
  await fillIn(opened.session, opened.desk);
  return opened;
}

async function confirmed(fields: FormFields = UNIT_APPLICATION) {
  const opened = await filled(fields);
  await confirmOrder(opened.session);
  return opened;
}

describe('the last page', () => {
  it('without consent sends nothing', async () => {
    const { at, session, desk } = await lastPage();
    desk.captcha.field.edit(RIGHT.captcha);
    await fillIn(session, desk);
    expect(desk.consent.error.value).toBe('missing');
    expect(at.asked('orders.fillIn')).toEqual([]);
  });

  it('goes back to the page on which something is wrong', async () => {
    const { session, desk, answer } = await lastPage({ ...UNIT_APPLICATION, 'operator.email': 'nobody' });
    answer(RIGHT.captcha);
    await fillIn(session, desk);
    expect(session.page.value).toBe('operator');
    expect(session.pointAt.value).toBe('operator.email');
  });

  it('a wrong sum brings another one, says so at its field, and loses nothing else', async () => {
    const { session, desk, answer } = await lastPage();
    const before = desk.captcha.question.value;
    answer('11');
    await fillIn(session, desk);
    expect(desk.captcha.field.error.value).toBe('CAPTCHA_WRONG');
    expect(desk.captcha.field.value.value).toBe('');
    expect(desk.captcha.question.value).toMatchObject({ kind: before.kind });
    expect(desk.consent.value.value).toBe(true);
    expect(session.form.fields['posting.address'].value.value).not.toBe('');
  });

  it('a check that no longer holds leads to its page', async () => {
    const { at, session, desk, answer } = await lastPage();
    at.counter.instead['orders.fillIn'] = () => fail('IDENTITY_NOT_CHECKED');
    answer(RIGHT.captcha);
    await fillIn(session, desk);
    expect(session.page.value).toBe('unit');
    expect(session.failure.value?.error.code).toBe('IDENTITY_NOT_CHECKED');
  });

  it('names the versions of the texts that this panel shows', async () => {
    const { at, session } = await filled();
    expect(session.page.value).toBe('confirm');
    expect(at.asked('orders.fillIn')[0]).toMatchObject({
      agreements: [
        { id: 'service-agreement', version: '2026-11-01' },
        { id: 'privacy-policy', version: '2026-11-01' },
      ],
    });
  });
});

describe('what is confirmed', () => {
  it('is what stands on the screen, by its digest', async () => {
    const { at, session } = await confirmed();
    expect(at.asked('orders.confirm')).toMatchObject([{ digest: session.order.value?.digest }]);
    expect(session.page.value).toBe('materials');
  });

  it('is nothing, when the service shows something else than it signs', async () => {
    const { at, session } = await filled();
    const order = session.order.peek();
    if (!order) throw new Error('no order');
    session.adopt({ ...order, fields: { ...order.fields, 'unit.name': '示例另一家有限公司' } });
    await confirmOrder(session);
    expect(at.asked('orders.confirm')).toEqual([]);
    expect(session.failure.value?.error.code).toBe('DIGEST_DIFFERS');
  });

  it('can be edited, and is then void', async () => {
    const { session, desk } = await confirmed();
    await editOrder(session, 'operator');
    expect(session.page.value).toBe('operator');
    expect(session.order.value?.digest).toBeUndefined();
    expect(desk.consent.value.value, 'it is asked for anew').toBe(false);
  });

  it('without materials goes straight on to the signature', async () => {
    const opened = await lastPage(UNIT_APPLICATION, WITHOUT_MATERIALS);
    opened.answer(RIGHT.captcha);
    await fillIn(opened.session, opened.desk);
    await confirmOrder(opened.session);
    expect(opened.session.page.value).toBe('sign');
  });
});

describe('the authorisation code', () => {
  it('is asked for before the materials, where the unit is proved by a transfer', async () => {
    const { session, desk } = await confirmed(TRANSFER_APPLICATION);
    expect(session.page.value).toBe('authorise');
    await desk.authorising.enter('000000');
    expect(desk.authorising.standing.value).toEqual({ kind: 'wrong', triesLeft: 4 });
    await desk.authorising.enter(RIGHT.code);
    expect(session.page.value).toBe('materials');
  });
});

describe('the signature', () => {
  async function submitted() {
    const opened = await confirmed();
    for (const { slot } of opened.session.order.peek()?.materials ?? []) {
      await opened.desk.materials.take(slot, new Blob([PNG]));
    }
    await submitMaterials(opened.session);
    return opened;
  }

  it('is made with the code from the operator’s phone, over the digest that was confirmed', async () => {
    const { at, session, desk } = await submitted();
    expect(session.page.value).toBe('sign');
    await desk.signing.send();
    expect(desk.signing.sent.value).toMatchObject({ to: '139****6688' });
    await desk.signing.enter(RIGHT.code);
    expect(at.asked('orders.sign')).toMatchObject([{ code: RIGHT.code, digest: session.order.value?.digest }]);
    expect(session.page.value).toBe('pay');
  });

  it('tells a wrong code at its field, and an expired one', async () => {
    const { at, desk, session } = await submitted();
    await desk.signing.send();
    await desk.signing.enter('000000');
    expect(desk.signing.standing.value).toEqual({ kind: 'wrong', triesLeft: 4 });
    expect(session.failure.value).toBeUndefined();
    at.counter.instead['orders.sign'] = () => fail('CODE_OVER');
    await desk.signing.enter('000001');
    expect(desk.signing.standing.value).toEqual({ kind: 'expired' });
  });

  it('counts the seconds until the code can be sent again by the service’s word', async () => {
    const { at, desk, session } = await submitted();
    at.counter.instead['codes.send'] = () => fail('CODE_TOO_SOON', { values: { seconds: 42 } });
    await desk.signing.send();
    expect(desk.signing.sent.value).toEqual({
      to: '139****6688',
      validUntil: undefined,
      resendFrom: at.clock.now() + 42_000,
    });
    expect(session.failure.value).toBeUndefined();
  });

  it('a code that was on its way signs nothing after an edit', async () => {
    const { desk, session } = await submitted();
    await desk.signing.send();
    await editOrder(session, 'unit');
    expect(desk.signing.sent.value).toBeUndefined();
  });
});

it('an order can be cancelled on the way', async () => {
  const { session } = await filled();
  await cancelOrder(session);
  expect(session.order.value && orderStanding(session.order.value)).toEqual({ kind: 'cancelled' });
  expect(session.page.value).toBe('status');
});

it('a clock that is an hour wrong does not end a code at once', async () => {
  const at = openCounter();
  const session = await openOrder(at, UNIT_APPLICATION);
  session.clockIs(new Date(at.clock.now() - 3_600_000).toISOString());
  const until = new Date(at.clock.now() - 3_600_000 + 300_000).toISOString();
  expect(session.localTime(until)).toBe(at.clock.now() + 300_000);
});

it('what is typed stays when the line breaks', async () => {
  const { at, session, desk, answer } = await lastPage();
  type(session, { 'posting.address': '示例区示例路 9 号' });
  at.counter.instead['orders.save'] = () => fail('SERVICE_NOT_READY');
  answer(RIGHT.captcha);
  await fillIn(session, desk);
  expect(session.form.fields['posting.address'].value.value).toBe('示例区示例路 9 号');
  expect(session.failure.value?.error.code).toBe('SERVICE_NOT_READY');
});
