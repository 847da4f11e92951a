/** A verb, cut at each of its calls and messages, in each of the ways. */
import { CUT_KINDS, type Cut, cutAt, cutName, oneKind, type Place } from './cut.ts';
import { FaultBench } from './fault-bench.ts';
import { addCut, type Findings, noFindings } from './findings.ts';
import type { Inventory } from './inventory.ts';
import { PlacesInTurn } from './places-in-turn.ts';
import { tryCut, uncut } from './try-cut.ts';
import type { Verb } from './way.ts';

const TELL_EVERY = 25;
/** C_Initialize and the first look. What comes after is the same for a driver that runs already. */
const STARTING_CALLS = 4;

export interface Campaign {
  readonly verb: Verb;
  readonly seed: number;
  /** Every call when left out; otherwise each so manieth, in one of the ways, in turn; where it begins, the seed says. */
  readonly every?: number | undefined;
  /** The same for messages, of which there are few. */
  readonly everyMessage?: number | undefined;
  /** Each place in all of the ways, even if not every place is cut. */
  readonly all?: boolean;
  readonly lanes?: number;
  /** The host's program: `main.ts` of the source tree unless told. */
  readonly hostEntry?: string | undefined;
  readonly told?: (line: string) => void;
}

export async function runFaults(campaign: Campaign): Promise<Findings> {
  const { seed, every = 1, everyMessage = every, lanes = 1, told = () => undefined } = campaign;
  const findings = noFindings();
  const turns = [
    new PlacesInTurn('message', { first: 1 + (seed % everyMessage), every: everyMessage }),
    new PlacesInTurn('starting call', { first: 1, every, last: STARTING_CALLS }),
    new PlacesInTurn('call', { first: 1 + (seed % every), every }),
  ];
  const lane = async () => {
    const bench = await FaultBench.open(campaign);
    try {
      const reference = await uncut(bench);
      for (const places of turns) await walk({ bench, reference, findings, places, told }, campaign);
    } finally {
      await bench.close();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return findings;
}

interface Lane {
  readonly bench: FaultBench;
  readonly reference: Inventory;
  readonly findings: Findings;
  readonly places: PlacesInTurn;
  readonly told: (line: string) => void;
}

/** Until the verb is over before the cut comes. */
async function walk(lane: Lane, campaign: Campaign): Promise<void> {
  const { places, findings, told } = lane;
  for (let place = places.next(); place; place = places.next()) {
    let came = false;
    for (const kind of kindsAt(place, campaign)) came = (await tryAt(lane, cutAt(place, kind, campaign.seed))) || came;
    if (!came) places.over(place);
    else if (place.number % TELL_EVERY === 0) {
      told(`${place.during} ${place.number}: ${findings.tried} cuts, ${findings.wrong.length} wrong`);
    }
  }
}

function kindsAt(place: Place, { every, everyMessage = every, all = false, seed }: Campaign) {
  const sampled = place.during === 'message' ? everyMessage : every;
  return all || sampled === undefined ? CUT_KINDS : [oneKind(place, { every: sampled, seed })];
}

/** False when the way has no such place. */
async function tryAt({ bench, reference, findings, told }: Lane, cut: Cut): Promise<boolean> {
  const left = await tryCut(bench, cut, reference);
  if (!left) return false;
  for (const line of addCut(findings, cutName(cut), left)) told(`✗ ${line}`);
  return true;
}
