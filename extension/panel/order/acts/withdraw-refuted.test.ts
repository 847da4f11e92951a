import { fail } from '@certbridge/shared/contract/result.ts';
import { expect, it } from 'vitest';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { openCounter, openOrder, type } from '../testing/open-counter.ts';
import { leavePage } from './leave-page.ts';
import { withdrawRefuted } from './withdraw-refuted.ts';

async function refused(code: 'IDENTITY_DIFFERS' | 'PROVIDER_AWAY') {
  const at = openCounter();
  const session = await openOrder(at, UNIT_APPLICATION);
  withdrawRefuted(session);
  at.counter.instead['identity.check'] = () => fail(code, { values: { triesLeft: 3 } });
  await leavePage(session, 'operator');
  return session;
}

it('the notice that the data differ is there to be read, and goes with the first correction', async () => {
  const session = await refused('IDENTITY_DIFFERS');
  expect(session.failure.value?.error.code).toBe('IDENTITY_DIFFERS');
  type(session, { 'operator.mobile': '13900139000' });
  expect(session.failure.value).toBeUndefined();
});

it('told again, it is there again', async () => {
  const session = await refused('IDENTITY_DIFFERS');
  type(session, { 'operator.mobile': '13900139000' });
  await leavePage(session, 'operator');
  expect(session.failure.value?.error.code).toBe('IDENTITY_DIFFERS');
});

it('a notice that is not about the form stays, whatever is typed', async () => {
  const session = await refused('PROVIDER_AWAY');
  type(session, { 'operator.mobile': '13900139000' });
  expect(session.failure.value?.error.code).toBe('PROVIDER_AWAY');
});
