/** Cuts a verb at each of its calls, goes on as a user would, and looks at what is left. */
import { type Inventory, takeInventory } from '../campaign/inventory.ts';
import { said } from '../through-host/host-desk.ts';
import { CALL_CUTS, type Cut, FaultBench } from './fault-bench.ts';
import type { Attempt, Verb } from './way.ts';

/** A user tries again; one who has tried that often calls the hotline. */
const MOST_RESUMPTIONS = 3;
const TELL_EVERY = 25;

export interface Findings {
  tried: number;
  unusable: number;
  orphaned: number;
  lost: number;
  /** One line for each cut that left something wrong. */
  readonly wrong: string[];
}

export interface Campaign {
  readonly verb: Verb;
  readonly seed: number;
  /** Every call in each of the ways; otherwise each call in one of them, which the seed chooses. */
  readonly all?: boolean;
  /** Every call when left out; otherwise each so manieth, beginning where the seed says. */
  readonly every?: number;
  /** The same for messages, of which there are few. */
  readonly everyMessage?: number;
  readonly lanes?: number;
  readonly told?: (line: string) => void;
}

export async function runFaults(campaign: Campaign): Promise<Findings> {
  const { verb, lanes = 1 } = campaign;
  const findings: Findings = { tried: 0, unusable: 0, orphaned: 0, lost: 0, wrong: [] };
  const lane = async (own: number) => {
    const bench = await FaultBench.open(verb);
    try {
      await walk({ bench, reference: await uncut(bench), findings }, { ...campaign, lanes, own });
    } finally {
      await bench.close();
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, own) => lane(own)));
  return findings;
}

interface Lane {
  readonly bench: FaultBench;
  readonly reference: Inventory;
  readonly findings: Findings;
}

async function walk(lane: Lane, campaign: Campaign & Own): Promise<void> {
  const { lanes, own, everyMessage = 1, told } = campaign;
  const step = everyMessage * lanes;
  for (let at = 1 + own; await tryAt(lane, { kind: 'message', at, after: false }); at += step);
  const calls = await walkCalls(lane, campaign);
  told?.(`lane ${own + 1}: done, the last call that was cut is ${calls}`);
}

interface Own {
  readonly lanes: number;
  readonly own: number;
}

/** Until the verb is over before the cut comes. */
async function walkCalls(
  lane: Lane,
  { seed, all = false, every = 1, lanes, own, told }: Campaign & Own,
): Promise<number> {
  const step = every * lanes;
  let last = 0;
  for (let at = 1 + ((seed + own * every) % step); ; at += step) {
    const one = CALL_CUTS[(Math.floor(at / every) + seed) % CALL_CUTS.length] ?? 'key';
    let came = false;
    for (const kind of all ? CALL_CUTS : [one]) {
      came = (await tryAt(lane, { kind, at, after: afterWork(seed, at) })) || came;
    }
    if (!came) return last;
    if (Math.floor(at / TELL_EVERY) > Math.floor(last / TELL_EVERY)) told?.(`lane ${own + 1}: call ${at}`);
    last = at;
  }
}

async function tryAt({ bench, reference, findings }: Lane, cut: Cut): Promise<boolean> {
  const left = await tryCut(bench, cut, reference);
  if (!left) return false;
  findings.tried += 1;
  findings.unusable += left.unusable.length > 0 ? 1 : 0;
  findings.orphaned += left.orphaned.length;
  findings.lost += left.lost.length;
  const orphans = left.orphaned.map((one) => `orphan ${one}`);
  const lines = [...left.unusable, ...orphans, ...left.lost.map((one) => `lost ${one}`)];
  findings.wrong.push(...lines.map((line) => `${cut.kind}${cut.after ? ' after' : ''} ${cut.at}: ${line}`));
  return true;
}

/** Half of the cuts come before the call's work, half after it; another seed, the other halves. */
function afterWork(seed: number, at: number): boolean {
  return ((Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(at, 0x85ebca6b)) >>> 13) % 2 === 1;
}

async function uncut(bench: FaultBench): Promise<Inventory> {
  bench.restore();
  const attempt = bench.way.begin();
  const desk = await bench.host();
  const result = await attempt.run(desk);
  if (!result.ok) throw new Error(`without any cut: ${said(result)}`);
  const wrong = await attempt.worksAtEnd(desk);
  if (wrong) throw new Error(`without any cut: ${wrong}`);
  return takeInventory(bench.test, attempt.pin);
}

interface Left {
  readonly unusable: readonly string[];
  readonly orphaned: readonly string[];
  readonly lost: readonly string[];
}

/** What is left of it; nothing when the way was over before the cut came. */
async function tryCut(bench: FaultBench, cut: Cut, reference: Inventory): Promise<Left | undefined> {
  bench.restore();
  const attempt = bench.way.begin();
  const { came, result } = await bench.runCut(attempt, cut);
  if (!came && result.ok) return undefined;
  if (!came) throw new Error(`before the cut came (${cut.kind} ${cut.at}): ${said(result)}`);
  const unusable: string[] = [];
  const note = (when: string, wrong: string | undefined) => {
    if (wrong) unusable.push(`${when} (cut: ${said(result)}): ${wrong}`);
  };
  note('right after', await attempt.worksMeanwhile(await bench.host()));
  note('resumed', await resume(bench, attempt));
  note('at the end', await attempt.worksAtEnd(await bench.host()));
  const inventory = await takeInventory(bench.test, attempt.pin).catch(() => undefined);
  if (!inventory) return { unusable: [...unusable, 'does not open with its password'], orphaned: [], lost: [] };
  const extra = without(inventory.objects, reference.objects);
  const missing = without(reference.objects, inventory.objects);
  note('missing', missing.join(', ') || undefined);
  return {
    unusable,
    orphaned: [...new Set([...inventory.orphans, ...extra])],
    lost: attempt.keeps().filter((certificate) => !inventory.certificates.includes(certificate)),
  };
}

/** What of these is not among those; two of a kind count as two. */
function without(these: readonly string[], those: readonly string[]): string[] {
  const rest = [...those];
  return these.filter((one) => {
    const place = rest.indexOf(one);
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
}

async function resume(bench: FaultBench, attempt: Attempt): Promise<string | undefined> {
  let result = await attempt.run(await bench.host());
  for (let again = 1; again < MOST_RESUMPTIONS && !result.ok; again += 1)
    result = await attempt.run(await bench.host());
  return result.ok ? undefined : said(result);
}
