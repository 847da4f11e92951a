import type { Cancellation } from './cancellation.ts';
import type { Clock } from './clock.ts';

/** Resolves after that time, or at once when nobody is interested any more. */
export function wait(clock: Clock, ms: number, cancellation: Cancellation): Promise<void> {
  return new Promise((resolve) => {
    const stop = clock.after(ms, () => {
      forget();
      resolve();
    });
    const forget = cancellation.onCancel(() => {
      stop();
      resolve();
    });
  });
}
