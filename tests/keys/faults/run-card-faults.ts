/** A verb on a card that is truly pulled, at each command that the card gets. */
import { CardBench } from './card-bench.ts';
import { addCut, type Findings, noFindings } from './findings.ts';
import { tryCut, uncut } from './try-cut.ts';
import type { Verb } from './way.ts';

const TELL_EVERY = 10;

export interface CardCampaign {
  readonly verb: Verb;
  readonly seed: number;
  /** Every command when left out; otherwise each so manieth; where it begins, the seed says. */
  readonly every?: number | undefined;
  /** The host's program: `main.ts` of the source tree unless told. */
  readonly hostEntry?: string | undefined;
  readonly told?: (line: string) => void;
}

export async function runCardFaults({
  seed,
  every = 1,
  told = () => undefined,
  ...opening
}: CardCampaign): Promise<Findings> {
  const findings = noFindings();
  const bench = await CardBench.open(opening);
  try {
    const reference = await uncut(bench);
    const commands = await bench.countCommands();
    for (let command = 1 + (seed % every); command <= commands; command += every) {
      // Half of them before the command's work, half after it; the next seed takes the other halves.
      const after = (command + seed) % 2 === 1;
      const name = `card pulled ${after ? 'after' : 'before'} command ${command} of ${commands}`;
      const left = await tryCut(bench, { command, after }, reference);
      for (const line of left ? addCut(findings, name, left) : []) told(`✗ ${line}`);
      if (command % TELL_EVERY === 0) told(`command ${command} of ${commands}: ${findings.wrong.length} wrong`);
    }
  } finally {
    await bench.close();
  }
  return findings;
}
