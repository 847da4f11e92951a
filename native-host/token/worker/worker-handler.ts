import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import type { Handler } from '@certbridge/shared/rpc/dispatcher.ts';
import type { WorkerContract } from '../worker-contract.ts';
import type { SerialQueue } from './serial-queue.ts';
import type { TokenBoard } from './token-board.ts';

/** Who is at the other end of a worker's channel: only ever the host that started it. */
export type WorkerPeer = 'host';
export type WorkerHandler<Name extends keyof WorkerContract> = Handler<WorkerContract[Name], WorkerPeer>;

/** What the worker's commands work with. */
export interface WorkerParts {
  readonly board: TokenBoard;
  readonly queue: SerialQueue;
  readonly clock: Clock;
}
