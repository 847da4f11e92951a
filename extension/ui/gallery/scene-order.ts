import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import type { LocalDraft } from '../../panel/order/draft/local-draft.ts';
import type { OrderStart } from '../../panel/order/state/order-start.ts';
import { type FakeCounter, TOKEN } from '../../testing/fake-counter/fake-counter.ts';
import type { OperationName } from '../../testing/fake-counter/fake-fetch.ts';
import type { FakeOrder } from '../../testing/fake-counter/fake-order.ts';
import { RIGHT } from '../../testing/fake-counter/fake-steps.ts';
import { PERSON_APPLICATION, TRANSFER_APPLICATION, UNIT_APPLICATION } from './sample-application.ts';
import { type MoneyScene, sceneMoney } from './scene-money.ts';

/** How far an application has come. */
export interface OrderScene {
  readonly business: FakeOrder['business'];
  readonly by?: 'transfer';
  /** What is refused at this counter, and how. */
  readonly refused?: { readonly [Name in OperationName]?: PublicError };
  readonly at: LocalDraft['page'] | 'new' | 'confirm' | 'authorise' | 'materials' | 'sign' | 'to-pay' | 'cancelled';
  /** How its money stands, once it is signed. */
  readonly money?: MoneyScene;
}

const FORM: readonly string[] = ['unit', 'product', 'operator', 'send'];

/** Walks an application to where the scene wants it, and opens it there. */
export async function sceneOrder(counter: FakeCounter, scene: OrderScene): Promise<OrderStart> {
  const { business, at, refused = {} } = scene;
  if (at === 'new') return { kind: 'new', business };
  const order = counter.begin(business, fieldsOf(scene));
  const step = (name: OperationName, more: object = {}) =>
    counter.answer({
      name,
      input: { id: order.id, version: order.version, ...more },
      token: TOKEN,
      onceKey: crypto.randomUUID(),
    });
  await walk(scene, order, step);
  if (scene.money) sceneMoney(counter, order, scene.money);
  for (const [name, error] of Object.entries(refused)) {
    counter.instead[name as OperationName] = () => ({ ok: false, error });
  }
  if (!FORM.includes(at)) return { kind: 'order', order: counter.view(order), token: TOKEN };
  const { id, number, fields, channel } = order;
  const begunAt = Date.now();
  const page = at as LocalDraft['page'];
  const kept = { begunAt, savedAt: begunAt, channelId: channel.id, business, page, fields };
  return { kind: 'draft', draft: { ...kept, order: { id, number, token: TOKEN } } };
}

type Step = (name: OperationName, more?: object) => Promise<unknown>;

async function walk({ at, by, business }: OrderScene, order: FakeOrder, step: Step): Promise<void> {
  if (business === 'new-unit' && at !== 'unit') await step('identity.check', { party: 'unit' });
  if (at === 'unit' || at === 'product' || at === 'operator') return;
  await step('identity.check', { party: 'operator' });
  if (at === 'send') return;
  await step('orders.fillIn', { captcha: { id: order.id, answer: RIGHT.captcha } });
  if (at === 'confirm') return;
  if (at === 'cancelled') {
    await step('orders.cancel');
    return;
  }
  await step('orders.confirm', { digest: order.digest });
  if (at === 'authorise') return;
  if (by === 'transfer') await step('identity.authorise', { code: RIGHT.code });
  if (at === 'materials') return;
  order.stored = order.channel.offers.flatMap(({ materials }) => materials).map(stored);
  order.stored = [...order.stored, stored('seal-sheet'), stored('personal-seal-sheet')];
  await step('orders.submit');
  if (at === 'to-pay') await step('orders.sign', { digest: order.digest, code: RIGHT.code });
}

function stored(slot: FakeOrder['stored'][number]['slot']): FakeOrder['stored'][number] {
  return { slot, required: true, standing: 'stored', bytes: 812_000 };
}

function fieldsOf({ business, by, at }: OrderScene): FormFields {
  const whole = business === 'new-person' ? PERSON_APPLICATION : by ? TRANSFER_APPLICATION : UNIT_APPLICATION;
  if (at !== 'product') return whole;
  const { 'product.seal': _, ...chosen } = whole;
  return chosen;
}
