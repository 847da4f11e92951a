import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { expect, it } from 'vitest';
import { LoadError } from '../../pkcs11/driver-error.ts';
import { SerialQueue } from '../serial-queue.ts';
import { failing, MODULE, TOKEN, workerWith } from '../testing/driver-double.ts';
import { TokenBoard } from '../token-board.ts';
import type { WorkerParts } from '../worker-handler.ts';
import { tokenFind } from './token-find.ts';

const context = { peer: 'host' as const, cancellation: createCanceller().cancellation, emit: () => undefined as never };
const find = (parts: WorkerParts, serial: string) => tokenFind(parts)({ serial }, context);

it('tells how many keys an order could mean, and how many others there are', async () => {
  const other = { ...TOKEN, slot: 2, serial: '2' };
  const parts = workerWith({ tokens: () => ({ tokens: [TOKEN, other] }) });
  expect(await find(parts, '2')).toEqual({ ok: true, value: { found: 1, others: 1 } });
});

it('a driver at fault does not say that the key is not there, unless it shows it', async () => {
  const fault = { error: { code: 'DRIVER_FAULT', support: 'CKR_DEVICE_ERROR 0x30' } };
  expect(await find(workerWith({ tokens: failing(0x30, 'CKR_DEVICE_ERROR') }), '1')).toMatchObject(fault);
});

it('a library that never came up hides no key', async () => {
  const board = new TokenBoard({
    module: MODULE,
    open: () => {
      throw new LoadError(new Error('m.so: cannot open shared object file'), 'm.so');
    },
    now: () => new Date(0),
  });
  const parts = { ...workerWith({}), board, queue: new SerialQueue() };
  expect(await find(parts, '1')).toEqual({ ok: true, value: { found: 0, others: 0 } });
});
