import { expect, it } from 'vitest';
import { DriverError } from '../pkcs11/driver-error.ts';
import type { TokenDriver, TokenReading } from '../pkcs11/token-driver.ts';
import { TokenBoard } from './token-board.ts';

const TOKEN: TokenReading = {
  slot: 1,
  serial: '1',
  label: '锁',
  model: '',
  manufacturer: '',
  pin: { state: 'ok' },
  pinLength: { min: 4, max: 16 },
};
const MINUTE_MS = 60_000;

/** Its slots hold what `present` says, at the time that `now` says. */
function boardOf(world: { present: TokenReading[]; now: number; fault?: DriverError }): TokenBoard {
  const driver: Partial<TokenDriver> = {
    tokens: () => ({ tokens: world.present, ...(world.fault ? { fault: world.fault } : {}) }),
    reinitialize: () => undefined,
  };
  const module = { id: 'm', name: 'M', path: '/m.so', seesNewTokensAfter: 'polling' as const };
  return new TokenBoard({ module, open: () => driver as TokenDriver, now: () => new Date(world.now) });
}

it('a key came just now when a look a short time ago did not show it', () => {
  const world = { present: [] as TokenReading[], now: 0 };
  const board = boardOf(world);
  board.look();
  Object.assign(world, { present: [TOKEN], now: 1_000 });
  board.look();
  expect(board.insertedWithin('m:1', MINUTE_MS)).toBe(true);
  world.now = MINUTE_MS + 1;
  expect(board.insertedWithin('m:1', MINUTE_MS)).toBe(false);
});

it('a key that was there at the first look, or may have come long before anyone looked, is not said to have come just now', () => {
  const world = { present: [TOKEN], now: 0 };
  const there = boardOf(world);
  there.look();
  expect(there.insertedWithin('m:1', MINUTE_MS)).toBe(false);
  const late = { present: [] as TokenReading[], now: 0 };
  const board = boardOf(late);
  board.look();
  Object.assign(late, { present: [TOKEN], now: MINUTE_MS * 10 });
  board.look();
  expect(board.insertedWithin('m:1', MINUTE_MS)).toBe(false);
});

it('a key that a fault had hidden did not come just now', () => {
  const world: Parameters<typeof boardOf>[0] = { present: [TOKEN], now: 0 };
  const board = boardOf(world);
  board.look();
  Object.assign(world, { present: [], now: 1_000, fault: new DriverError(0x30, 'CKR_DEVICE_ERROR') });
  board.look();
  Object.assign(world, { present: [TOKEN], now: 2_000, fault: undefined });
  board.look();
  expect(board.insertedWithin('m:1', MINUTE_MS)).toBe(false);
});
