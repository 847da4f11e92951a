/** One cut: the verb is begun, cut, gone on with as a user would, and what is left is compared with what an uncut one leaves. */
import type { Result } from '@certbridge/shared/contract/result.ts';
import type { TestModule } from '../modules/test-module.ts';
import { type HostDesk, said } from '../through-host/host-desk.ts';
import { type Inventory, takeInventory } from './inventory.ts';
import type { Attempt, Way } from './way.ts';

/** A user tries again; one who has tried that often calls the hotline. */
const MOST_RESUMPTIONS = 3;

/** A key at a host, brought back to its start before each cut. */
export interface Bench<Cut> {
  readonly test: TestModule;
  readonly way: Way;
  restore(): Promise<void>;
  /** The running host, or another one where it died. */
  host(): Promise<HostDesk>;
  /** `came` is false when the way has no such call or message. */
  runCut(attempt: Attempt, cut: Cut): Promise<{ readonly came: boolean; readonly result: Result<unknown> }>;
  /** Nobody works the key any more: what a killed host left running has come to its end. */
  settled(): Promise<void>;
}

export interface Left {
  readonly unusable: readonly string[];
  readonly orphaned: readonly string[];
  readonly lost: readonly string[];
}

/** What the verb leaves when nothing is cut. */
export async function uncut(bench: Bench<never>): Promise<Inventory> {
  await bench.restore();
  const attempt = bench.way.begin();
  const desk = await bench.host();
  const result = await attempt.run(desk);
  if (!result.ok) throw new Error(`without any cut: ${said(result)}`);
  const wrong = await attempt.worksAtEnd(desk);
  if (wrong) throw new Error(`without any cut: ${wrong}`);
  return takeInventory(bench.test, attempt.pin);
}

/** What is left of it; nothing when the way was over before the cut came. */
export async function tryCut<Cut>(bench: Bench<Cut>, cut: Cut, reference: Inventory): Promise<Left | undefined> {
  await bench.restore();
  const attempt = bench.way.begin();
  const { came, result } = await bench.runCut(attempt, cut);
  if (!came && result.ok) return undefined;
  const unusable = came ? [] : [`before the cut came: ${said(result)}`];
  const note = (when: string, wrong: string | undefined) => {
    if (wrong) unusable.push(`${when} (cut: ${said(result)}): ${wrong}`);
  };
  note('right after', await attempt.worksMeanwhile(await bench.host()));
  note('resumed', await resume(bench, attempt));
  await bench.settled();
  note('at the end', await attempt.worksAtEnd(await bench.host()));
  const inventory = await takeInventory(bench.test, attempt.pin).catch(() => undefined);
  if (!inventory) return { unusable: [...unusable, 'does not open with its password'], orphaned: [], lost: [] };
  note('missing', without(reference.objects, inventory.objects).join(', ') || undefined);
  return {
    unusable,
    orphaned: [...new Set([...inventory.orphans, ...without(inventory.objects, reference.objects)])],
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

async function resume(bench: Pick<Bench<never>, 'host'>, attempt: Attempt): Promise<string | undefined> {
  let result = await attempt.run(await bench.host());
  for (let again = 1; again < MOST_RESUMPTIONS && !result.ok; again += 1) {
    result = await attempt.run(await bench.host());
  }
  return result.ok ? undefined : said(result);
}
