import type { InputOf, ResultOf } from '@certbridge/shared/contract/operation.ts';
import { type Cancellation, createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import type { Kept } from '../work-orders/used-orders.ts';
import type { Supervisor } from './supervisor.ts';
import type { WorkerContract } from './worker-contract.ts';

type Sign = WorkerContract['application.sign'];

export interface SignOnceKeptOptions {
  readonly cancellation: Cancellation;
  readonly kept: Kept;
}

/** The worker gets everything ready, and waits with the key open for our word that the order's use is durable. */
export async function signOnceKept(
  supervisor: Supervisor,
  input: InputOf<Sign>,
  { cancellation, kept }: SignOnceKeptOptions,
): Promise<ResultOf<Sign>> {
  const signing = createCanceller();
  const forget = cancellation.onCancel(() => signing.cancel());
  const answer = supervisor.call(
    'application.sign',
    { ...input, onceKept: true },
    { cancellation: signing.cancellation },
  );
  const remembered = await kept;
  if (remembered.ok) void supervisor.call('token.proceed', { jti: input.claims.jti });
  else signing.cancel();
  const result = await answer;
  forget();
  return remembered.ok ? result : (remembered as ResultOf<Sign>);
}
