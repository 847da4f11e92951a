import { type Timings, timings, timingsOfBlocks } from './timings.ts';

/** One of several who do the same work. */
export interface Contender {
  readonly name: string;
  /** Does it so many times; answers how long each took, in milliseconds. */
  ask(count: number): Promise<readonly number[]>;
  /** As often as all others, unless it takes too long for that. */
  readonly perBlock?: number;
  /** Its times are by a browser's clock. */
  readonly coarse?: true;
}

export interface Rounds {
  readonly blocks: number;
  readonly perBlock: number;
}

/** In turn, so that whatever else this computer does meets them alike. A first block of each is not counted. */
export async function inTurn(
  contenders: readonly Contender[],
  { blocks, perBlock }: Rounds,
): Promise<ReadonlyMap<string, Timings>> {
  const all = contenders.map((contender) => ({ contender, samples: [] as (readonly number[])[] }));
  for (let block = 0; block <= blocks; block += 1) {
    for (const { contender, samples } of all) {
      const block = await contender.ask(contender.perBlock ?? perBlock);
      samples.push(block);
    }
  }
  return new Map(
    all.map(({ contender, samples: [, ...counted] }) => [
      contender.name,
      contender.coarse ? timingsOfBlocks(counted) : timings(counted.flat()),
    ]),
  );
}
