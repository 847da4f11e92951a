import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { wait } from '@certbridge/shared/rpc/wait.ts';
import type { BackgroundClient } from '../platform/background-client.ts';
import { backoff } from '../platform/backoff.ts';

const WAITS = { firstMs: 100, capMs: 1_000 };
/** Together a little longer than the page around us ever waits before it listens again. */
const TRIES = 10;

/** Asks the page around the panel to fold it away; and again, while the page does not listen yet after the background slept. */
export async function foldAway(background: Pick<BackgroundClient, 'call'>, clock: Clock): Promise<void> {
  const { cancellation } = createCanceller();
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const result = await background.call('panel.close', {});
    if (result.ok || result.error.code !== 'CONNECTION_LOST') return;
    await wait(clock, backoff(attempt, WAITS), cancellation);
  }
}
