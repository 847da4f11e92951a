/** Lets a loop sleep until somebody has something for it, or a time has passed. A nudge while it works is kept. */
export interface WakeUp {
  nudge(): void;
  /** Resolves at the next nudge, or at once when there was one since the last call. */
  within(ms: number): Promise<void>;
}

export function wakeUp(): WakeUp {
  let nudged = false;
  let wake: (() => void) | undefined;
  return {
    nudge() {
      nudged = true;
      wake?.();
    },
    async within(ms) {
      if (!nudged) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, ms).unref();
        });
      }
      nudged = false;
      wake = undefined;
    },
  };
}
