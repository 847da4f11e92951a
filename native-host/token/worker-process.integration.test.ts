import { fileURLToPath } from 'node:url';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { expect, it, vi } from 'vitest';
import { WorkerProcess } from './worker-process.ts';

const entry = fileURLToPath(new URL('./testing/fake-worker.ts', import.meta.url));

it('a worker that is watched is asked for one sign of life at a time, however much it was asked before', async () => {
  const clock = new HandClock();
  const module = { id: 'fine', name: 'Driver', path: '/nowhere.so', env: {}, seesNewTokensAfter: 'polling' } as const;
  const options = { entry, clock, log: () => undefined, hangAfterMs: 5_000 };
  const worker = new WorkerProcess(module, options, () => undefined);
  const watch = createCanceller();
  try {
    await new Promise<void>((resolve) => {
      void worker.caller.call('tokens.watch', {}, { onEvent: () => resolve(), cancellation: watch.cancellation });
      worker.watchOver();
    });
    for (let i = 0; i < 10; i++) {
      await worker.caller.call('token.read', { keyId: 'fine:1' });
      worker.watchOver();
      // The next probe is due when the answer to this one has come: only its own alarm is left.
      await vi.waitFor(() => expect(clock.alarms).toBe(1));
    }
  } finally {
    worker.kill();
  }
});
