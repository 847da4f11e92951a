import { fail } from '@certbridge/shared/contract/result.ts';
import { effect } from '@preact/signals';
import type { Panel } from '../../panel/panel-controller.ts';
import { openQuery } from '../../panel/query/open-query.ts';
import { queryDeskOf } from '../../panel/query/query-desk-of.ts';
import type { QueryDesk } from '../../panel/query/state/query-desk.ts';
import type { FakeCounter } from '../../testing/fake-counter/fake-counter.ts';
import { RIGHT } from '../../testing/fake-counter/fake-steps.ts';
import { UNIT_APPLICATION } from './sample-application.ts';
import { sampleOrders } from './sample-orders.ts';

/** How far somebody has come who looks for an order. */
export type QueryScene =
  | 'ask'
  | 'code'
  | 'wrong-code'
  | 'again'
  | 'over'
  | 'orders'
  | 'none'
  | 'trouble'
  | 'in-review'
  | 'returned'
  | 'cancel'
  | 'refunded';

/** Scenes in which one order is looked at, and which. */
const LOOKED_AT: { readonly [S in QueryScene]?: keyof ReturnType<typeof sampleOrders> } = {
  'in-review': 'inReview',
  cancel: 'inReview',
  returned: 'returned',
  refunded: 'refunded',
};

/** Walks there, as a person would, from a panel that has its channel. */
export async function openQueryScene(panel: Panel, counter: FakeCounter, scene: QueryScene): Promise<void> {
  const orders = scene === 'none' ? undefined : sampleOrders(counter);
  await until(() => panel.state.value.channel.value !== undefined);
  openQuery(panel);
  const desk = queryDeskOf(panel);
  if (!desk) return;
  await solved(desk);
  if (scene === 'ask') return;
  await askForCode(desk, scene);
  if (scene === 'code' || scene === 'again') return;
  if (scene === 'trouble') counter.instead['my.orders'] = () => fail('INTERNAL');
  desk.verify(scene === 'wrong-code' ? '654321' : RIGHT.code);
  if (scene === 'wrong-code') return;
  await until(() => desk.stage.value === 'orders');
  if (scene === 'over') desk.session.runOut();
  const order = orders?.[LOOKED_AT[scene] ?? 'toPay'];
  if (order && scene in LOOKED_AT) desk.details.open(order.id, { cancel: scene === 'cancel' });
  const { state } = scene in LOOKED_AT ? desk.details.order : desk.orders.list;
  await until(() => !state.value.loading);
}

async function askForCode(desk: QueryDesk, scene: QueryScene): Promise<void> {
  desk.form.fields.idNumber.edit(UNIT_APPLICATION['operator.idNumber'] ?? '');
  desk.send();
  await until(() => desk.stage.value === 'code');
  desk.resending.value = scene === 'again';
}

async function solved({ captcha }: QueryDesk): Promise<void> {
  await until(() => captcha.question.value.kind === 'picture');
  captcha.field.edit(RIGHT.captcha);
}

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
