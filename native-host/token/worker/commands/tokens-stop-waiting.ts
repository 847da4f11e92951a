import { ok } from '@certbridge/shared/contract/result.ts';
import type { Bell } from '../bell/bell.ts';
import type { WorkerHandler, WorkerParts } from '../worker-handler.ts';

/** In its turn, so that no verb is cut when the host ends this worker; and no verb begins after the answer. */
export function tokensStopWaiting({ queue }: WorkerParts, bell: Bell): WorkerHandler<'tokens.stopWaiting'> {
  return () =>
    new Promise((resolve) => {
      void queue.run(() => {
        bell.unwire('looks by itself, as the host asked');
        const { inDriver } = bell;
        resolve(ok({ inDriver }));
        return inDriver ? new Promise<never>(() => undefined) : undefined;
      });
    });
}
