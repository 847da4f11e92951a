import { describe, expect, it } from 'vitest';
import { RIGHT } from '../../../testing/fake-counter/fake-steps.ts';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { openCounter, openOrder } from '../testing/open-counter.ts';
import { digestMatch } from '../use-digest-match.ts';
import { orderSeen } from './order-session.ts';
import { shownSections, showsEverything } from './shown-application.ts';

async function filled() {
  const session = await openOrder(openCounter(), UNIT_APPLICATION);
  const captcha = { id: crypto.randomUUID(), answer: RIGHT.captcha };
  const done = await session.ask('orders.fillIn', { ...orderSeen(session), captcha, agreements: [] });
  if (!done.ok) throw new Error(done.error.code);
  return { applied: session.applied, order: done.value };
}

describe('what is shown to be confirmed', () => {
  it('is every field of the application, in the order of its sections', async () => {
    const { applied, order } = await filled();
    const sections = shownSections(applied, order);
    const shown = sections.flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(shown.toSorted()).toEqual(Object.keys(order.fields).toSorted());
    expect(sections.map(({ id }) => id)).toEqual([
      'unit-check',
      'unit',
      'legal-representative',
      'product',
      'invoice',
      'operator-check',
      'operator',
      'posting',
    ]);
  });

  it('is what the service has, by its digest', async () => {
    const { applied, order } = await filled();
    expect(await digestMatch(applied, order)).toBe('same');
  });

  it.each([
    ['a field', (order: Filled) => ({ ...order, fields: { ...order.fields, 'legal.name': '钱示例' } })],
    ['the number', (order: Filled) => ({ ...order, number: '251121-00043' })],
    ['the price', (order: Filled) => ({ ...order, price: { lines: [], total: 1 } })],
    ['the agreements', (order: Filled) => ({ ...order, agreements: [] })],
    ['the digest', (order: Filled) => ({ ...order, digest: 'a'.repeat(64) })],
  ])('cannot be confirmed when %s is another one', async (_, changed) => {
    const { applied, order } = await filled();
    expect(await digestMatch(applied, changed(order))).toBe('different');
  });

  it('cannot be confirmed when the order holds something that is not shown', async () => {
    const { applied, order } = await filled();
    const more = { ...order, fields: { ...order.fields, 'unitCheck.cardNumber': '6222021234567890123' } };
    expect(showsEverything(more, shownSections(applied, more))).toBe(false);
    expect(await digestMatch(applied, more)).toBe('different');
  });
});

type Filled = Awaited<ReturnType<typeof filled>>['order'];
