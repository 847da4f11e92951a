import { fail } from '@certbridge/shared/contract/result.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { expect, it } from 'vitest';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { openCounter, openOrder, type } from '../testing/open-counter.ts';
import { followChoices } from './follow-choices.ts';
import { leavePage } from './leave-page.ts';
import { isUnpriced } from './price-choices.ts';

async function choosing() {
  const at = openCounter();
  const { 'product.id': _, 'product.years': __, 'product.seal': ___, ...fields } = UNIT_APPLICATION;
  const session = await openOrder(at, fields);
  session.formPage.value = 'product';
  const stop = followChoices(session);
  const priced = async () => {
    while (isUnpriced(session) && !session.failure.value) await settled();
  };
  return { at, session, stop, priced };
}

it('each choice is priced by the service, not here', async () => {
  const { session, priced } = await choosing();
  type(session, {
    'product.id': 'unit-main',
    'product.years': '2',
    'product.seal': 'company-and-legal-representative',
  });
  await priced();
  expect(session.order.value?.price?.total).toBe(90_000);
  type(session, { 'product.years': '1' });
  await priced();
  expect(session.order.value?.price?.total).toBe(60_000);
});

it('what was chosen quickly is asked for as it stands in the end', async () => {
  const { at, session, priced } = await choosing();
  type(session, { 'product.id': 'unit-main', 'product.years': '1', 'product.seal': 'company' });
  type(session, { 'product.years': '3' });
  await priced();
  expect(session.order.value?.fields['product.years']).toBe('3');
  expect(at.asked('orders.save').length).toBeLessThanOrEqual(3);
});

it('the seal that the sub key does not have is taken off its price', async () => {
  const { session, priced } = await choosing();
  type(session, { 'product.id': 'unit-main', 'product.years': '1', 'product.seal': 'company' });
  await priced();
  type(session, { 'product.id': 'unit-sub' });
  await priced();
  expect(session.order.value?.price?.lines.map(({ what }) => what)).toEqual(['certificate', 'key']);
});

it('a price that could not be had is not asked for with every letter of the invoice', async () => {
  const { at, session, stop, priced } = await choosing();
  at.counter.instead['orders.save'] = () => fail('TRIES_TOO_FAST', { values: { seconds: 5 } });
  type(session, { 'product.id': 'unit-main', 'product.years': '1', 'product.seal': 'company' });
  await priced();
  const before = at.asked('orders.save').length;
  for (const text of ['示', '示例', '示例路']) type(session, { 'invoice.addressAndPhone': text });
  await settled();
  expect(at.asked('orders.save').length).toBe(before);
  expect(session.failure.value).toMatchObject({ act: 'price', error: { code: 'TRIES_TOO_FAST' } });
  stop();
});

it('who goes on while the price is asked for is not told that the order changed', async () => {
  const { session } = await choosing();
  type(session, { 'product.id': 'unit-main', 'product.years': '1', 'product.seal': 'company' });
  await leavePage(session, 'product');
  expect(session.failure.value).toBeUndefined();
  expect(session.page.value).toBe('operator');
});
