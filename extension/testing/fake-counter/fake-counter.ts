import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import type { Asked, OperationName } from './fake-fetch.ts';
import { type FakeOrder, viewOf } from './fake-order.ts';
import { fakePayments } from './fake-payments.ts';
import { fakeQuery } from './fake-query.ts';
import { FAKE_STEPS } from './fake-steps.ts';
import { fakeUploads } from './fake-uploads.ts';
import { SAMPLE_CAPTCHA } from './sample-captcha.ts';

export const TOKEN = 'A'.repeat(43);

type Answers = { [Name in OperationName]?: (asked: Asked) => Promise<Result<unknown>> | Result<unknown> };

export interface FakeCounter {
  readonly answer: (asked: Asked) => Promise<Result<unknown>>;
  /** Everything that was asked, in its order. */
  readonly asked: Asked[];
  /** What is answered otherwise, until it is taken back. */
  readonly instead: Answers;
  begin(business: FakeOrder['business'], fields: FormFields): FakeOrder;
  view(order: FakeOrder): OrderView;
}

/** A service in memory that keeps the contract and the order of the steps: for tests of the screens, and drawings. */
export function fakeCounter(channel: Channel, now: () => Date): FakeCounter {
  const orders = new Map<string, FakeOrder>();
  const asked: Asked[] = [];
  const kept = new Map<string, Result<unknown>>();
  const instead: Answers = {};
  const view = (order: FakeOrder) => viewOf(order, now());
  const after = (seconds: number) => new Date(now().getTime() + seconds * 1000).toISOString();

  function begin(business: FakeOrder['business'], fields: FormFields): FakeOrder {
    const order: FakeOrder = {
      id: crypto.randomUUID(),
      number: `251121-${String(orders.size + 42).padStart(5, '0')}`,
      version: 0,
      channel,
      business,
      holder: business === 'new-unit' ? 'unit' : 'person',
      state: 'drafting',
      payment: 'not-asked',
      fields,
      times: {},
      checks: [],
      stored: [],
      digest: undefined,
    };
    orders.set(order.id, order);
    return order;
  }

  /** What every step has in common: the order, the version that was seen, and the view as the reply. */
  async function step({ name, input }: Asked): Promise<Result<unknown>> {
    const work = FAKE_STEPS[name];
    const order = orders.get(String(input['id']));
    if (!work) return fail('SERVICE_NOT_READY');
    if (!order) return fail('ORDER_UNKNOWN');
    if (input['version'] !== order.version) return fail('ORDER_CHANGED');
    const failed = await work(order, { input, now: now() });
    if (failed) return failed;
    order.version += 1;
    return ok(view(order));
  }

  const answers: Answers = {
    health: () => ok({ status: 'ready', version: '0.1.0', time: now().toISOString() }),
    'channels.read': () => ok(channel),
    'channels.list': () => ok({ channels: [{ id: channel.id, name: channel.name }] }),
    'captchas.draw': () => ok({ id: crypto.randomUUID(), picture: SAMPLE_CAPTCHA, until: after(600) }),
    'captchas.words': () => ok({ zh: '七加五等于几？请填数字。', en: 'What is seven plus five? Answer in digits.' }),
    'orders.begin': ({ input }) => {
      const order = begin(input['business'] as FakeOrder['business'], input['fields'] as FormFields);
      return ok({ order: view(order), token: TOKEN, tokenUntil: after(86_400) });
    },
    'orders.read': ({ input }) => {
      const order = orders.get(String(input['id']));
      return order ? ok(view(order)) : fail('ORDER_UNKNOWN');
    },
    'identity.sendAuthorisation': () => ok({ to: '138****8001', resendAt: after(60) }),
    'codes.send': () => ok({ to: '139****6688', until: after(300), resendAt: after(60) }),
    'documents.link': () => ok({ url: 'https://service.example.cn/d/1', until: after(300) }),
    ...fakeQuery({ orders, view, after }),
    ...fakePayments({ orders, after }),
    ...fakeUploads({ orders, view, now }),
  };

  return {
    asked,
    instead,
    begin,
    view,
    async answer(one) {
      asked.push(one);
      const earlier = one.onceKey === undefined ? undefined : kept.get(one.onceKey);
      if (earlier) return earlier;
      const result = await (instead[one.name] ?? answers[one.name] ?? step)(one);
      const worked = result.ok || result.error.code !== 'SERVICE_NOT_READY';
      if (one.onceKey !== undefined && worked) kept.set(one.onceKey, result);
      return result;
    },
  };
}
