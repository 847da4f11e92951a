/** Resident memory in kB: of the host, and of its drivers' processes together. */
export interface MemorySample {
  readonly host: number;
  readonly driver: number;
}

export interface MemoryLevels {
  /** In MB, like the rest. */
  readonly warm: MemorySample;
  readonly end: MemorySample;
  readonly most: MemorySample;
  /** What the end may be above warm. */
  readonly bound: number;
  readonly withinBound: boolean;
}

/** A heap breathes with its collections; one that keeps a hundred bytes of each frame is beyond this after a million. */
const BOUND_MB = 48;
const KB_IN_MB = 1024;

/** Warm: after a tenth of all rounds, when every path was taken; the end: the last tenth. */
export function memoryLevels(samples: readonly MemorySample[]): MemoryLevels {
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const level = (part: readonly MemorySample[], pick: (sorted: readonly number[]) => number | undefined) => {
    const sorted = (values: readonly number[]) => [...values].sort((one, other) => one - other);
    return inMb({
      host: pick(sorted(part.map(({ host }) => host))) ?? 0,
      driver: pick(sorted(part.map(({ driver }) => driver))) ?? 0,
    });
  };
  const middle = (sorted: readonly number[]) => sorted[sorted.length >> 1];
  const [warm, end] = [level(samples.slice(tenth, tenth * 2), middle), level(samples.slice(-tenth), middle)];
  const grown = Math.max(end.host - warm.host, end.driver - warm.driver);
  return {
    warm,
    end,
    most: level(samples, (sorted) => sorted.at(-1)),
    bound: BOUND_MB,
    withinBound: samples.length > 0 && grown <= BOUND_MB,
  };
}

export function inMb({ host, driver }: MemorySample = { host: 0, driver: 0 }): MemorySample {
  return { host: Math.round(host / KB_IN_MB), driver: Math.round(driver / KB_IN_MB) };
}
