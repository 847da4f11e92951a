import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { describe, expect, it } from 'vitest';
import { DriverError, LoadError } from '../../pkcs11/driver-error.ts';
import type { TokenDriver } from '../../pkcs11/token-driver.ts';
import { failing, MODULE, TOKEN, workerWith } from '../testing/driver-double.ts';
import { TokenBoard } from '../token-board.ts';
import { tokenRead } from './token-read.ts';

function reading(driver: Partial<TokenDriver>) {
  const parts = workerWith(driver);
  const read = tokenRead(parts);
  const context = {
    peer: 'host' as const,
    cancellation: createCanceller().cancellation,
    emit: () => undefined as never,
  };
  return { ...parts, read: () => read({ keyId: 'm:1' }, context) };
}

describe('a key that is pulled while it is read', () => {
  it.each([
    [0x32, 'CKR_DEVICE_REMOVED'],
    [0xe0, 'CKR_TOKEN_NOT_PRESENT'],
    [0xb3, 'CKR_SESSION_HANDLE_INVALID'],
  ])('was removed when the driver says 0x%x', async (code, constant) => {
    const { read } = reading({ publicObjects: failing(code, constant) });
    expect(await read()).toMatchObject({ error: { code: 'KEY_REMOVED' } });
  });

  it('was removed whatever the driver says, when it is no longer there', async () => {
    let plugged = true;
    const { read } = reading({
      tokens: () => ({ tokens: plugged ? [TOKEN] : [] }),
      publicObjects: () => {
        plugged = false;
        throw new DriverError(5, 'CKR_GENERAL_ERROR');
      },
    });
    expect(await read()).toMatchObject({ error: { code: 'KEY_REMOVED' } });
  });
});

it('a driver’s fault is a fault, with its own word for the hotline, and never a removal', async () => {
  const { read, clock } = reading({ publicObjects: failing(0x30, 'CKR_DEVICE_ERROR') });
  const answer = read();
  await clock.pass(1_000);
  expect(await answer).toMatchObject({ error: { code: 'DRIVER_FAULT', support: 'CKR_DEVICE_ERROR 0x30' } });
});

it('a driver that does not load is named in the view, without the folders that lead to it', () => {
  const board = new TokenBoard({
    module: MODULE,
    open: () => {
      throw new LoadError(new Error('/home/zhang/m.so: cannot open shared object file'), '/home/zhang/m.so');
    },
    now: () => new Date(0),
  });
  expect(board.look()).toEqual({
    keys: [],
    fault: { code: 'MODULE_NOT_LOADED', values: { module: 'M' }, support: 'm.so: cannot open shared object file' },
  });
});

it('a slot at fault hides no other slot’s key, and the driver starts afresh at the next look', () => {
  let restarts = 0;
  const { board } = reading({
    tokens: () => ({ tokens: [TOKEN], fault: new DriverError(0x30, 'CKR_DEVICE_ERROR') }),
    reinitialize: () => {
      restarts += 1;
    },
  });
  expect(board.look()).toMatchObject({ keys: [{ keyId: 'm:1' }], fault: { code: 'DRIVER_FAULT' } });
  board.look();
  expect(restarts).toBe(1);
});
