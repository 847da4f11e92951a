export interface Backlog {
  /** False: there is too much already, and somebody else must see to it. */
  put(work: () => Promise<void>): boolean;
  /** What has begun is finished; what waits is left alone. */
  stop(): Promise<void>;
}

/** Work that nobody waits for: few at a time, so that those who wait for an answer come first. It must not throw. */
export function backlog({ atOnce, most }: { readonly atOnce: number; readonly most: number }): Backlog {
  const waiting: (() => Promise<void>)[] = [];
  const running = new Set<Promise<void>>();

  function begin(): void {
    while (running.size < atOnce) {
      const work = waiting.shift();
      if (!work) return;
      const run = work().finally(() => {
        running.delete(run);
        begin();
      });
      running.add(run);
    }
  }

  return {
    put(work) {
      if (waiting.length >= most) return false;
      waiting.push(work);
      begin();
      return true;
    },
    async stop() {
      waiting.length = 0;
      await Promise.all(running);
    },
  };
}
