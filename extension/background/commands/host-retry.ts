import { ok } from '@certbridge/shared/contract/result.ts';
import type { Command } from './command.ts';

export const hostRetry: Command<'host.retry'> =
  ({ native }) =>
  async () => {
    native.retry();
    return ok({});
  };
