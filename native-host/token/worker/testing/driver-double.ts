/** A driver of which only what a test is about is written down, in a worker whose clock is moved by hand. */
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { DriverError } from '../../pkcs11/driver-error.ts';
import type { PublicObjects, TokenDriver, TokenReading } from '../../pkcs11/token-driver.ts';
import type { TokenSession } from '../../pkcs11/token-session.ts';
import { SerialQueue } from '../serial-queue.ts';
import { TokenBoard } from '../token-board.ts';

export const TOKEN: TokenReading = {
  slot: 1,
  serial: '1',
  label: '锁',
  model: '',
  manufacturer: '',
  pin: { state: 'ok' },
  pinLength: { min: 4, max: 16 },
};
const NOTHING: PublicObjects = { certificates: [], privateKeyIds: new Set(), publicKeyIds: new Set() };
export const MODULE = { id: 'm', name: 'M', path: '/m.so', seesNewTokensAfter: 'polling' as const };

export function workerWith(driver: Partial<TokenDriver>) {
  const whole: TokenDriver = {
    tokens: () => ({ tokens: [TOKEN] }),
    publicObjects: () => NOTHING,
    openSession: failing(5, 'CKR_GENERAL_ERROR'),
    initToken: () => undefined,
    reinitialize: () => undefined,
    ...driver,
  };
  const clock = new HandClock();
  const board = new TokenBoard({ module: MODULE, open: () => whole, now: () => new Date(clock.now()) });
  return { board, clock, queue: new SerialQueue(), profileOf: () => undefined, blinks: () => false };
}

export const failing = (code: number, constant: string) => () => {
  throw new DriverError(code, constant);
};

/** A session in which nothing can be done but to ask who it is with. */
export function sessionWith(serial: string): TokenSession {
  return { status: () => ({ serial }), close: () => undefined } as unknown as TokenSession;
}
