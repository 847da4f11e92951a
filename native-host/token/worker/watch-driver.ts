import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { wait } from '@certbridge/shared/rpc/wait.ts';
import type { DriverView } from '../worker-contract.ts';
import type { Bell } from './bell/bell.ts';

/** A key that was plugged stands on the screen within a second; a look costs a driver some milliseconds. */
const LOOK_EVERY_MS = 300;
/** Where a bell tells of keys: for what it does not tell, such as tries that another program used up. */
const SAFETY_LOOK_EVERY_MS = 2_500;
/** After the bell a card may still be starting up, and rings no more when it has. */
const SETTLED_AFTER_MS = 2_000;
/** A ring may be late, but not by so much. */
const RINGS_WITHIN_MS = 1_000;
/** A contact that bounces, or a card still starting up, looks like a removal for a moment. */
const CONFIRM_AFTER_MS = 100;
/** A driver at fault is started again at each look, which is dear. */
const LOOK_AFTER_FAULT_MS = 1_000;

export interface WatchDriverOptions {
  readonly look: () => Promise<DriverView>;
  readonly emit: (view: DriverView) => void;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly cancellation: Cancellation;
}

/** Tells the first view and every other one. Good news at once; bad news only when a second look agrees. */
export async function watchDriver(options: WatchDriverOptions): Promise<void> {
  const { bell, clock, cancellation } = options;
  let told: DriverView | undefined;
  while (!cancellation.cancelled) {
    const heard = bell.rings;
    let view = await options.look();
    if (told && isWorse(told, view)) {
      await wait(clock, CONFIRM_AFTER_MS, cancellation);
      view = await options.look();
    }
    if (cancellation.cancelled) return;
    const before = told;
    if (!told || JSON.stringify(told) !== JSON.stringify(view)) {
      told = view;
      options.emit(view);
    }
    if (before && !sameKeys(before, view)) await doubtSilence(options);
    if (!view.fault) bell.wire();
    await nextLook(options, { view, heard });
  }
}

/** Keys came or went, and the bell that should tell of it did not: it is not relied on any more. */
async function doubtSilence({ bell, cancellation }: WatchDriverOptions): Promise<void> {
  if (!bell.isWired || bell.rangWithin(SETTLED_AFTER_MS)) return;
  const { rings } = bell;
  await bell.next(RINGS_WITHIN_MS, cancellation);
  if (bell.rings === rings && !cancellation.cancelled) bell.unwire('silent while keys came or went');
}

async function nextLook(
  { bell, clock, cancellation }: WatchDriverOptions,
  { view, heard }: { readonly view: DriverView; readonly heard: number },
): Promise<void> {
  if (view.fault) await wait(clock, LOOK_AFTER_FAULT_MS, cancellation);
  // It rang while we looked, and perhaps after what it rang for was looked at.
  else if (bell.rings !== heard) await wait(clock, CONFIRM_AFTER_MS, cancellation);
  else {
    const isQuiet = bell.isWired && !bell.rangWithin(SETTLED_AFTER_MS);
    await bell.next(isQuiet ? SAFETY_LOOK_EVERY_MS : LOOK_EVERY_MS, cancellation);
  }
}

function isWorse(before: DriverView, now: DriverView): boolean {
  return (now.fault && !before.fault) || !hasAll(now, before);
}

function sameKeys(one: DriverView, other: DriverView): boolean {
  return hasAll(one, other) && hasAll(other, one);
}

function hasAll(view: DriverView, { keys }: DriverView): boolean {
  const present = new Set(view.keys.map(({ keyId }) => keyId));
  return keys.every(({ keyId }) => present.has(keyId));
}
