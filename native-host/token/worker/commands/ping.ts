import { ok } from '@certbridge/shared/contract/result.ts';
import type { WorkerHandler } from '../worker-handler.ts';

export function ping(): WorkerHandler<'ping'> {
  return async () => ok({});
}
