import type { Clock } from '@certbridge/shared/rpc/clock.ts';

/** Whether somebody can see the page. */
export interface Sight {
  seen(): boolean;
  onChange(changed: () => void): () => void;
}

export interface LookingAgain {
  /** Answers whether there is more to come. */
  readonly look: () => Promise<boolean>;
  readonly clock: Clock;
  readonly sight: Sight;
}

export interface Looking {
  /** Something has happened: at once, seen or not. */
  now(): void;
  stop(): void;
}

/** Soon at first, for somebody who has the phone in the hand; then ever more seldom. */
export function pauseAfter(passedMs: number): number {
  if (passedMs < 120_000) return 3_000;
  return passedMs < 600_000 ? 8_000 : 20_000;
}

/** Looks until there is nothing more to come; not while nobody sees the page, and at once when somebody does again. */
export function lookAgain({ look, clock, sight }: LookingAgain): Looking {
  const begun = clock.now();
  let standing: 'waiting' | 'looking' | 'wanted' | 'ended' = 'waiting';
  let undo: () => void = () => undefined;

  async function turn(): Promise<void> {
    undo();
    if (standing === 'ended') return;
    if (standing !== 'waiting') {
      standing = 'wanted';
      return;
    }
    standing = 'looking';
    const more = await look();
    if (isEnded()) return;
    const again = isWanted();
    standing = 'waiting';
    if (!more) stop();
    else if (again) void turn();
    else later();
  }

  function later(): void {
    undo();
    if (sight.seen()) undo = clock.after(pauseAfter(clock.now() - begun), () => void turn());
  }

  const unsee = sight.onChange(() => {
    undo();
    if (sight.seen()) void turn();
  });

  function stop(): void {
    standing = 'ended';
    undo();
    unsee();
  }
  // What has changed while something was awaited, the compiler does not see.
  const isEnded = () => (standing as string) === 'ended';
  const isWanted = () => (standing as string) === 'wanted';

  void turn();
  return { now: () => void turn(), stop };
}
