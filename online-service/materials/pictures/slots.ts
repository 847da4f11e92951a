/** Runs at most so many at once; the others wait their turn, first come first served. */
export function createSlots(count: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The slot goes from hand to hand, so that nobody slips in between.
      if (next) next();
      else free += 1;
    }
  };
}
