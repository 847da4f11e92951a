import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { batch, type ReadonlySignal, signal } from '@preact/signals';

/** The right to see one person's orders. It lives here, in memory, and nowhere else. */
export interface PersonSession {
  readonly token: ReadonlySignal<string | undefined>;
  /** It was there, and is no more: whoever sits here now has to show another code. */
  readonly ranOut: ReadonlySignal<boolean>;
  /** `until` in milliseconds of the clock. */
  open(token: string, until: number): void;
  runOut(): void;
  close(): void;
}

export function createPersonSession(clock: Clock): PersonSession {
  const token = signal<string | undefined>(undefined);
  const ranOut = signal(false);
  let stop: () => void = () => undefined;

  function end(bySelf: boolean): void {
    stop();
    batch(() => {
      ranOut.value = bySelf;
      token.value = undefined;
    });
  }

  return {
    token,
    ranOut,
    open(given, until) {
      end(false);
      token.value = given;
      stop = clock.after(Math.max(0, until - clock.now()), () => end(true));
    },
    runOut() {
      if (token.peek() !== undefined) end(true);
    },
    close: () => end(false),
  };
}
