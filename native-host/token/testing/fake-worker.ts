/** Test double of a token worker whose driver misbehaves as its module's id says. Speaks the worker's contract. */
import { existsSync, writeFileSync } from 'node:fs';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { Dispatcher } from '@certbridge/shared/rpc/dispatcher.ts';
import { systemClock } from '../../system-clock.ts';
import type { keyVerbs } from '../worker/key-verbs.ts';
import { type DriverView, type WorkerContract, workerContract } from '../worker-contract.ts';

const module: { id: string; name: string; path: string } = JSON.parse(process.argv[2] ?? '{}');

const MISBEHAVIOURS: { readonly [id: string]: () => void } = {
  crashes: () => process.kill(process.pid, 'SIGSEGV'),
  'crashes-once': () => {
    if (!secondTime()) process.kill(process.pid, 'SIGSEGV');
  },
  hangs: () => {
    for (;;);
  },
};

/** The module's path serves as the memory of this double from one life to the next. */
function secondTime(): boolean {
  const second = existsSync(module.path);
  writeFileSync(module.path, '');
  return second;
}

function view(): DriverView {
  MISBEHAVIOURS[module.id]?.();
  const key = {
    keyId: `${module.id}:1`,
    label: '好锁',
    serial: '1',
    model: '',
    manufacturer: '',
    module: { id: module.id, name: module.name },
    pin: { state: 'ok' as const },
    insertedAt: '2026-01-01T00:00:00.000Z',
  };
  return { keys: [key] };
}

/** No verb works on this double's key. */
const verbs = Object.fromEntries(
  Object.keys(workerContract)
    .filter((name) => name.includes('.') && !name.startsWith('token'))
    .map((name) => [name, async () => fail('CAPABILITY_MISSING', { values: { capability: name } })]),
) as unknown as ReturnType<typeof keyVerbs>;

const dispatcher = new Dispatcher<WorkerContract, 'host'>({
  contract: workerContract,
  handlers: {
    ping: async () => ok({}),
    'tokens.list': async () => ok(view()),
    'tokens.watch': (_input, { emit, cancellation }) => {
      emit(view());
      return new Promise((resolve) => cancellation.onCancel(() => resolve(ok({}))));
    },
    'token.read': async () => {
      view();
      return fail('KEY_NOT_FOUND');
    },
    'tokens.stopWaiting': async () => ok({ inDriver: module.id === 'waits' }),
    'token.proceed': async () => ok({}),
    'token.find': async ({ serial }) => {
      if (module.id === 'at-fault') return fail('DRIVER_FAULT', { support: 'CKR_DEVICE_ERROR 0x30' });
      if (module.id === 'leaves' && secondTime()) return ok({ found: 0, others: 0 });
      const found = view().keys.filter((key) => key.serial === serial).length;
      return ok({ found, others: 1 - found });
    },
    ...verbs,
  },
  admits: () => true,
  clock: systemClock,
  report: () => undefined,
});
const connection = dispatcher.connect('host', (message) => process.send?.(message));
process.on('message', (message) => connection.receive(message));
process.on('disconnect', () => process.exit());
