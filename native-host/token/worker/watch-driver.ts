import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { wait } from '@certbridge/shared/rpc/wait.ts';
import type { DriverView } from '../worker-contract.ts';

/** A key that was plugged stands on the screen within a second; a look costs a driver about a millisecond. */
const LOOK_EVERY_MS = 300;
/** A contact that bounces, or a card still starting up, looks like a removal for a moment. */
const CONFIRM_AFTER_MS = 100;
/** A driver at fault is started again at each look, which is dear. */
const LOOK_AFTER_FAULT_MS = 1_000;

export interface WatchDriverOptions {
  readonly look: () => Promise<DriverView>;
  readonly emit: (view: DriverView) => void;
  readonly clock: Clock;
  readonly cancellation: Cancellation;
}

/** Tells the first view and every other one. Good news at once; bad news only when a second look agrees. */
export async function watchDriver(options: WatchDriverOptions): Promise<void> {
  const { clock, cancellation } = options;
  let told: DriverView | undefined;
  while (!cancellation.cancelled) {
    let view = await options.look();
    if (told && isWorse(told, view)) {
      await wait(clock, CONFIRM_AFTER_MS, cancellation);
      view = await options.look();
    }
    if (cancellation.cancelled) return;
    if (!told || JSON.stringify(told) !== JSON.stringify(view)) {
      told = view;
      options.emit(view);
    }
    await wait(clock, view.fault ? LOOK_AFTER_FAULT_MS : LOOK_EVERY_MS, cancellation);
  }
}

function isWorse(before: DriverView, now: DriverView): boolean {
  const present = new Set(now.keys.map((key) => key.keyId));
  return (now.fault && !before.fault) || before.keys.some((key) => !present.has(key.keyId));
}
