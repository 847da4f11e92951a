import { ok } from '@certbridge/shared/contract/result.ts';
import type { OrderGate } from '../order-gate.ts';
import type { WorkerHandler } from '../worker-handler.ts';

/** Not in the queue: the verb that waits for this word holds it. */
export function tokenProceed(gate: OrderGate): WorkerHandler<'token.proceed'> {
  return async ({ jti }) => {
    gate.open(jti);
    return ok({});
  };
}
