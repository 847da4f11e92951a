import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { expect, it } from 'vitest';
import { DriverError } from '../../pkcs11/driver-error.ts';
import type { TokenDriver } from '../../pkcs11/token-driver.ts';
import { TokenBoard } from '../token-board.ts';
import { renewDriver } from './renew-driver.ts';

const module = { id: 'm', name: 'M', path: '/m.so', seesNewTokensAfter: 'polling' as const };

/** A driver that is at fault until it is told otherwise, and a thread that waits in it or not. */
function board(inDriver: boolean) {
  const clock = new HandClock();
  const happened: string[] = [];
  const state = { well: false };
  const driver = {
    tokens: () => {
      if (!state.well) throw new DriverError(5, 'CKR_GENERAL_ERROR');
      return { tokens: [] };
    },
    reinitialize: () => happened.push('initialised again'),
  } as unknown as TokenDriver;
  const renew = renewDriver({ bell: { inDriver }, clock, leave: () => happened.push('left') });
  const tokens = new TokenBoard({ module, open: () => driver, now: () => new Date(clock.now()), renew });
  return { clock, happened, state, look: () => tokens.look() };
}

it('a driver at fault is initialised again at the next look', () => {
  const { happened, look } = board(false);
  look();
  expect(happened).toEqual([]);
  look();
  expect(happened).toEqual(['initialised again']);
});

it('not while a thread waits in it: a fault that passes costs nothing', async () => {
  const { clock, happened, state, look } = board(true);
  look();
  await clock.pass(4_000);
  look();
  state.well = true;
  look();
  await clock.pass(60_000);
  state.well = false;
  look();
  look();
  expect(happened).toEqual([]);
});

it('and one that stays ends the process, which the next one begins without a thread in the driver', async () => {
  const { clock, happened, look } = board(true);
  look();
  await clock.pass(5_001);
  look();
  expect(happened).toEqual(['left']);
});
