import { onlineContract } from '@certbridge/shared/contract/online.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { effect, signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { fakeCounter } from '../../../testing/fake-counter/fake-counter.ts';
import { fakeFetch } from '../../../testing/fake-counter/fake-fetch.ts';
import type { FakeOrder } from '../../../testing/fake-counter/fake-order.ts';
import { PERSON_TOKEN } from '../../../testing/fake-counter/fake-query.ts';
import { RIGHT } from '../../../testing/fake-counter/fake-steps.ts';
import { PERSON_APPLICATION, UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { SAMPLE_CHANNEL } from '../../../ui/gallery/sample-channel.ts';
import { SAMPLE_NOW } from '../../../ui/gallery/sample-time.ts';
import { createOnlineClient } from '../../online-client/online-client.ts';
import type { LocalDraft } from '../../order/draft/local-draft.ts';
import { INITIAL_STATE } from '../../state/panel-state.ts';
import { cancelOrder } from '../acts/cancel-order.ts';
import { continueOrder } from '../acts/continue-order.ts';
import { leavePerson } from '../acts/leave-person.ts';
import { openPaper } from '../acts/open-paper.ts';
import { createQueryDesk, type QueryDesk } from './query-desk.ts';

const OPERATOR = '11010519491231002X';
const SOMEBODY_ELSE = '110105200001011510';
const HALF_AN_HOUR_MS = 1_800_000;

function bench({ serviceBehindMs } = { serviceBehindMs: 0 }) {
  const hand = new HandClock();
  const begun = SAMPLE_NOW.getTime();
  const clock = { now: () => begun + hand.now(), after: (ms: number, ring: () => void) => hand.after(ms, ring) };
  const counter = fakeCounter(SAMPLE_CHANNEL, () => new Date(clock.now() - serviceBehindMs));
  const unit = counter.begin('new-unit', UNIT_APPLICATION);
  const person = counter.begin('new-person', PERSON_APPLICATION);
  const fetch = fakeFetch(counter.answer);
  const service = createOnlineClient(onlineContract, { serviceUrl: 'http://service.example.cn', fetch, clock });
  const desk = createQueryDesk(service, clock);
  const askedFor = (name: string) => counter.asked.filter((one) => one.name === name);
  return { desk, counter, pass: (ms: number) => hand.advance(ms), unit, person, askedFor };
}

/** Resolves when it holds, whatever it is made of. */
function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!holds()) return;
      queueMicrotask(() => {
        stop();
        resolve();
      });
    });
  });
}

async function solveSum({ captcha }: QueryDesk, answer = RIGHT.captcha): Promise<void> {
  captcha.begin();
  await until(() => captcha.question.value.kind === 'picture');
  captcha.field.edit(answer);
}

async function askForCode(desk: QueryDesk, idNumber = OPERATOR): Promise<void> {
  desk.form.fields.idNumber.edit(idNumber);
  await solveSum(desk);
  desk.send();
  await until(() => desk.stage.value === 'code');
}

async function signIn(desk: QueryDesk, idNumber = OPERATOR): Promise<void> {
  await askForCode(desk, idNumber);
  desk.verify(RIGHT.code);
  await until(() => desk.orders.list.state.value.value !== undefined);
}

async function openDetails(desk: QueryDesk, { id }: FakeOrder) {
  desk.details.open(id);
  return detailsShown(desk);
}

async function detailsShown({ details }: QueryDesk) {
  await until(() => details.order.state.value.value !== undefined && !details.order.state.value.loading);
  const order = details.order.state.peek().value;
  if (!order) throw new Error('no details');
  return order;
}

describe('the order query', () => {
  it('sends nothing while the ID number cannot be right, and says so at its field', async () => {
    const { desk, askedFor } = bench();
    desk.form.fields.idNumber.edit('110105194912310021');
    desk.form.fields.idNumber.leave();
    expect(desk.form.fields.idNumber.error.value?.reason).toBe('resident-id-check-digit');
    await solveSum(desk);
    desk.send();
    expect(askedFor('query.begin')).toEqual([]);
  });

  it('holds each kind of paper to its own form', () => {
    const { desk } = bench();
    desk.form.fields.idNumber.edit('E12345678');
    desk.form.fields.idNumber.leave();
    expect(desk.form.fields.idNumber.error.value).toBeDefined();
    desk.form.fields.idKind.edit('passport');
    expect(desk.form.fields.idNumber.error.value).toBeUndefined();
  });

  it('draws another sum when one was wrong, and keeps what was typed', async () => {
    const { desk, askedFor } = bench();
    desk.form.fields.idNumber.edit(OPERATOR);
    await solveSum(desk, '13');
    desk.send();
    await until(() => desk.captcha.field.error.value === 'CAPTCHA_WRONG');
    expect(askedFor('captchas.draw')).toHaveLength(2);
    expect(desk.form.values.value.idNumber).toBe(OPERATOR);
    expect(desk.acts.failure.value).toBeUndefined();
  });

  it('sends the same act with the same sum when the service did not work', async () => {
    const { desk, counter, askedFor } = bench();
    counter.instead['query.begin'] = () => fail('SERVICE_NOT_READY');
    desk.form.fields.idNumber.edit(OPERATOR);
    await solveSum(desk);
    desk.send();
    await until(() => desk.acts.failure.value !== undefined);
    delete counter.instead['query.begin'];
    desk.acts.failure.value?.again();
    await until(() => desk.acts.failure.value === undefined && !desk.acts.isBusy('send'));
    const [first, second] = askedFor('query.begin');
    expect(second?.onceKey).toBe(first?.onceKey);
    expect(askedFor('captchas.draw')).toHaveLength(1);
  });

  it('tells how many tries are left, and that a code is over', async () => {
    const { desk } = bench();
    await askForCode(desk);
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      desk.verify('999999');
      await until(() => !desk.acts.isBusy('verify'));
      expect(desk.request.standing.value).toEqual({ kind: 'wrong', triesLeft });
    }
    desk.verify(RIGHT.code);
    await until(() => !desk.acts.isBusy('verify'));
    expect(desk.request.standing.value).toEqual({ kind: 'expired' });
    expect(desk.stage.value).toBe('code');
  });

  it('takes another sum for another code, and then another code', async () => {
    const { desk, askedFor } = bench();
    await askForCode(desk);
    const first = desk.request.sent.value;
    desk.resending.value = true;
    await solveSum(desk);
    desk.send();
    await until(() => desk.request.sent.value !== first);
    expect(desk.resending.value).toBe(false);
    expect(askedFor('captchas.draw')).toHaveLength(2);
    expect(desk.request.standing.value).toEqual({ kind: 'open' });
  });

  it('waits to send again as long as the service says, by the service’s clock', async () => {
    const { desk } = bench({ serviceBehindMs: 3_600_000 });
    await askForCode(desk);
    expect(desk.request.sent.value?.resendFrom).toBe(SAMPLE_NOW.getTime() + 60_000);
  });
});

describe('a person’s session', () => {
  it('shows the orders with the token of the code, and nothing before it carries one', async () => {
    const { desk, askedFor, person, unit } = bench();
    await signIn(desk);
    expect(desk.orders.list.state.value.value?.map(({ number }) => number)).toEqual([person.number, unit.number]);
    expect(askedFor('my.orders').map(({ token }) => token)).toEqual([PERSON_TOKEN]);
    expect([...askedFor('query.begin'), ...askedFor('query.verify')].map(({ token }) => token)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('runs out: nothing stays on the screen, and another code leads back to the same order', async () => {
    const { desk, pass, unit } = bench();
    await signIn(desk);
    await openDetails(desk, unit);
    pass(HALF_AN_HOUR_MS);
    expect(desk.stage.value).toBe('ask');
    expect(desk.session.ranOut.value).toBe(true);
    expect(desk.session.token.value).toBeUndefined();
    expect(desk.details.order.state.value.value).toBeUndefined();
    expect(desk.orders.list.state.value.value).toBeUndefined();
    expect(desk.form.values.value.idNumber).toBe(OPERATOR);
    await signIn(desk);
    expect((await detailsShown(desk)).id).toBe(unit.id);
    expect(desk.session.ranOut.value).toBe(false);
  });

  it('ends when the service no longer knows it, whatever was being done', async () => {
    const { desk, counter, unit } = bench();
    await signIn(desk);
    const order = await openDetails(desk, unit);
    desk.details.cancelling.value = true;
    counter.instead['orders.cancel'] = () => fail('SESSION_OVER');
    await cancelOrder(desk, order);
    expect(desk.stage.value).toBe('ask');
    expect(desk.details.cancelling.value).toBe(false);
  });

  it('of somebody else does not open the order that the one before had open', async () => {
    const { desk, pass, unit } = bench();
    await signIn(desk);
    await openDetails(desk, unit);
    pass(HALF_AN_HOUR_MS);
    await signIn(desk, SOMEBODY_ELSE);
    expect(desk.details.id.value).toBeUndefined();
  });

  it('is left without a trace', async () => {
    const { desk } = bench();
    await signIn(desk);
    const setUnfinished = vi.fn();
    const unfinished = { kind: 'draft', draft: {} as LocalDraft, personToken: PERSON_TOKEN } as const;
    leavePerson(desk, { state: signal({ ...INITIAL_STATE, unfinished }), setUnfinished });
    expect(setUnfinished.mock.calls, 'what was put down with his token').toEqual([[undefined]]);
    expect(desk.stage.value).toBe('ask');
    expect(desk.session.ranOut.value).toBe(false);
    expect(desk.orders.list.state.value.value).toBeUndefined();
    expect(desk.form.values.value.idNumber).toBe('');
    expect(desk.paper.value).toBeUndefined();
  });
});

describe('whoever comes for an order', () => {
  it('finds the ID filled in, and that order open behind the code', async () => {
    const { desk, unit } = bench();
    desk.arrive({ idKind: 'resident-id', idNumber: OPERATOR, orderNumber: unit.number });
    expect(desk.form.values.value).toEqual({ idKind: 'resident-id', idNumber: OPERATOR });
    await signIn(desk);
    expect((await detailsShown(desk)).number).toBe(unit.number);
  });

  it('is told when it is another person’s', async () => {
    const { desk } = bench();
    desk.arrive({ orderNumber: '251121-99999' });
    await signIn(desk);
    expect(desk.orders.notThere.value).toBe('251121-99999');
    expect(desk.details.id.value).toBeUndefined();
  });

  it('needs no second code for the same person, and one for another', async () => {
    const { desk } = bench();
    await signIn(desk);
    desk.arrive({ idKind: 'resident-id', idNumber: OPERATOR });
    expect(desk.stage.value).toBe('orders');
    desk.arrive({ idKind: 'resident-id', idNumber: SOMEBODY_ELSE });
    expect(desk.stage.value).toBe('ask');
    expect(desk.form.values.value.idNumber).toBe(SOMEBODY_ELSE);
  });
});

describe('what can be done with an order', () => {
  it('is cancelled in the version that was seen; one that has moved on is shown first', async () => {
    const { desk, unit, askedFor } = bench();
    await signIn(desk);
    const seen = await openDetails(desk, unit);
    desk.details.cancelling.value = true;
    Object.assign(unit, { state: 'accepted', payment: 'paid', version: unit.version + 1 });
    await cancelOrder(desk, seen);
    expect(desk.acts.failure.value?.error.code).toBe('ORDER_CHANGED');
    expect(desk.details.cancelling.value).toBe(true);
    const fresh = await detailsShown(desk);
    expect(fresh.version).toBe(unit.version);
    await cancelOrder(desk, fresh);
    expect(desk.details.cancelling.value).toBe(false);
    expect(desk.details.order.state.value.value?.state).toBe('cancelled');
    await until(() => !desk.orders.list.state.value.loading);
    expect(askedFor('my.orders')).toHaveLength(2);
  });

  it('is cancelled also when the service has added something to it meanwhile, as an invoice', async () => {
    const { desk, unit } = bench();
    await signIn(desk);
    const seen = await openDetails(desk, unit);
    unit.version += 1;
    await cancelOrder(desk, seen);
    expect(desk.acts.failure.value).toBeUndefined();
    expect(desk.details.order.state.value.value?.state).toBe('cancelled');
  });

  it('goes back to its owner’s money when it was paid', async () => {
    const { desk, unit } = bench();
    unit.state = 'accepted';
    unit.payment = 'paid';
    await signIn(desk);
    await cancelOrder(desk, await openDetails(desk, unit));
    expect(desk.details.order.state.value.value?.payment).toBe('refunding');
  });

  it('is continued by its own screens, as it stands now, with this session', async () => {
    const { desk, unit, counter } = bench();
    await signIn(desk);
    const go = vi.fn();
    await continueOrder(desk, unit.id, { go });
    const start = { kind: 'order', order: counter.view(unit), token: PERSON_TOKEN, ofPerson: true };
    expect(go.mock.calls).toEqual([[{ name: 'order', start }]]);
  });

  it('opens its form in a tab that knows nothing of this one, and only from the web', async () => {
    const { desk, unit, counter } = bench();
    const open = vi.fn();
    vi.stubGlobal('window', { open });
    await signIn(desk);
    await openPaper(desk, unit.id);
    expect(open.mock.calls).toEqual([['https://service.example.cn/d/1', '_blank', 'noopener,noreferrer']]);
    const at = SAMPLE_NOW.toISOString();
    counter.instead['documents.link'] = () => ({ ok: true, value: { url: 'javascript:alert(1)', until: at } });
    await openPaper(desk, unit.id);
    expect(open).toHaveBeenCalledTimes(1);
    expect(desk.acts.failure.value?.error.code).toBe('REPLY_INVALID');
    vi.unstubAllGlobals();
  });
});
