import { Fuzz } from './fuzz.ts';
import { type FuzzKey, openFuzzKey } from './fuzz-key.ts';
import { keyAsItIs, writingCalls } from './key-witness.ts';
import { inMb, type MemoryLevels, memoryLevels } from './memory-levels.ts';
import { roundsOf } from './rounds.ts';

export interface FuzzRun {
  readonly count: number;
  readonly seed: number;
  readonly told?: (line: string) => void;
}

export interface FuzzFindings {
  readonly frames: number;
  readonly orders: number;
  readonly crashes: number;
  /** Calls that write, and differences on the key. */
  readonly writes: readonly string[];
  /** Answers that were missing, too many, unreadable, or of the wrong name. */
  readonly wrong: readonly string[];
  readonly tally: ReadonlyMap<string, number>;
  readonly memory: MemoryLevels;
}

const TELL_EVERY = 10;

export async function runFuzz({ count, seed, told = () => undefined }: FuzzRun): Promise<FuzzFindings> {
  const key = await openFuzzKey();
  try {
    const fuzz = await Fuzz.begin(key);
    const before = await keyAsItIs(key.module);
    writingCalls(key.module);
    for (const round of roundsOf(count, seed)) {
      await fuzz.round(round);
      if (round.number % TELL_EVERY === 0) told(progress(fuzz));
    }
    if ((await keyAfter(key)) !== before) fuzz.writes.push('the key is not what it was');
    writingCalls(key.module);
    await fuzz.control();
    if ((await keyAfter(key)) === before) fuzz.wrong.push('a genuine order changed nothing');
    await fuzz.end();
    const { sent, crashes, writes, wrong, tally, samples } = fuzz;
    return { ...sent, crashes, writes, wrong, tally, memory: memoryLevels(samples) };
  } finally {
    await key.remove();
  }
}

function progress({ sent, crashes, writes, samples }: Fuzz): string {
  const { host, driver } = inMb(samples.at(-1));
  const memory = `memory ${host} MB, driver ${driver} MB`;
  return `${sent.frames + sent.orders} sent, ${crashes} crashes, ${writes.length} writes, ${memory}`;
}

/** A key whose password was changed, or locked, is not what it was either. */
function keyAfter({ module }: FuzzKey): Promise<string> {
  return keyAsItIs(module).catch((cause: unknown) => `not to be read: ${cause}`);
}
