import { ok } from '@certbridge/shared/contract/result.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import type { Command } from './command.ts';

/** Below the operation's own limit: a host that hangs is an answer, not an error. */
const PATIENCE_MS = 7_000;

export const pageStatus: Command<'page.status'> =
  ({ native, version, clock }) =>
  async (_, { cancellation }) => {
    const canceller = createCanceller();
    const stopClock = clock.after(PATIENCE_MS, canceller.cancel);
    cancellation.onCancel(canceller.cancel);
    const ping = await native.call('ping', {}, { cancellation: canceller.cancellation });
    stopClock();
    return ok({ extensionVersion: version, host: ping.ok ? 'ready' : 'not-ready' });
  };
