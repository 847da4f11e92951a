import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import type { Handler } from '@certbridge/shared/rpc/dispatcher.ts';
import type { TokenProfile } from '../../profiles/token-profile.ts';
import type { TokenReading } from '../pkcs11/token-driver.ts';
import type { WorkerContract } from '../worker-contract.ts';
import type { SerialQueue } from './serial-queue.ts';
import type { TokenBoard } from './token-board.ts';

/** Who is at the other end of a worker's channel: only ever the host that started it. */
export type WorkerPeer = 'host';
export type WorkerHandler<Name extends keyof WorkerContract> = Handler<WorkerContract[Name], WorkerPeer>;

/** What a profile is found by, beside the driver. */
export type ProfiledToken = Pick<TokenReading, 'manufacturer' | 'model'>;

/** What the worker's commands work with. */
export interface WorkerParts {
  readonly board: TokenBoard;
  readonly queue: SerialQueue;
  readonly clock: Clock;
  /** What is known of that kind of key, if anything. */
  readonly profileOf: (token: ProfiledToken) => TokenProfile | undefined;
  /** Whether such a token's light shows each access: what its profile says. */
  readonly blinks: (token: TokenReading) => boolean;
}
