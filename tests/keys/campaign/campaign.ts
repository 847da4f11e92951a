/** Cuts a way of working at chosen PKCS#11 calls, goes on as a user would, and looks what is left. */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { type Desk, openDesk } from './desk.ts';
import { type Inventory, takeInventory } from './inventory.ts';
import type { Scenario } from './scenarios.ts';

export const CUTS = ['vanish', 'vanish-after', 'crash', 'crash-after'] as const;
export type Cut = (typeof CUTS)[number];

export interface CutPlace {
  readonly call: number;
  readonly cut: Cut;
}

export interface CampaignResult {
  readonly tried: number;
  readonly unusable: number;
  readonly orphaned: number;
  readonly lost: number;
  /** What went wrong, one line each. */
  readonly failures: readonly string[];
}

/** A user tries again; one who has tried that often calls the hotline. */
const MOST_RESUMPTIONS = 3;
const TOKEN_FILE = 'token0.token';

export class Campaign {
  readonly #scenario: Scenario;
  readonly #snapshot: string;
  readonly #state: string;
  #reference: Inventory | undefined;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#state = join(scenario.module.token.env['FAULT_TOKEN_DIR'] ?? '', TOKEN_FILE);
    this.#snapshot = `${this.#state}.snapshot`;
    if (existsSync(this.#state)) copyFileSync(this.#state, this.#snapshot);
  }

  /** How many calls the whole way makes when nothing happens. */
  async countCalls(): Promise<number> {
    const { token } = this.#scenario.module;
    this.#restore();
    token.resetCounter();
    const desk = openDesk(this.#scenario.module);
    const result = await this.#scenario.run(desk);
    desk.close();
    if (!result.ok) throw new Error(`uncut: ${said(result)}`);
    const calls = token.trace().length;
    this.#reference = await this.#inventory();
    return calls;
  }

  async tryCuts(places: readonly CutPlace[]): Promise<CampaignResult> {
    const results = { tried: 0, unusable: 0, orphaned: 0, lost: 0, failures: [] as string[] };
    for (const place of places) {
      const left = await this.#tryCut(place);
      results.tried += 1;
      results.unusable += left.unusable ? 1 : 0;
      results.orphaned += left.orphaned;
      results.lost += left.lost;
      results.failures.push(...left.failures.map((failure) => `call ${place.call} ${place.cut}: ${failure}`));
    }
    return results;
  }

  async #tryCut({ call, cut }: CutPlace) {
    const { module } = this.#scenario;
    this.#restore();
    const desk = openDesk(module);
    module.token.setFaults([`call=* nth=${call} count=since-set do=${cut}`]);
    const cutShort = await this.#scenario.run(desk);
    module.token.setFaults([]);
    module.token.pull();
    module.token.plug();
    const failures: string[] = [];
    const usable = await this.#scenario.usable(desk);
    if (!usable) failures.push(`not usable after ${said(cutShort)}`);
    const resumed = await this.#resume(desk);
    desk.close();
    if (!resumed.ok) failures.push(`not resumed: ${said(resumed)}`);
    const inventory = await this.#inventory();
    const extra = (inventory?.objects ?? []).filter((object) => !this.#reference?.objects.includes(object));
    const orphans = [...(inventory?.orphans ?? []), ...extra];
    const lost = this.#scenario.keeps().filter((certificate) => !inventory?.certificates.includes(certificate));
    if (orphans.length > 0) failures.push(`orphans: ${orphans.join(', ')}`);
    if (lost.length > 0) failures.push(`${lost.length} certificates lost`);
    const unusable = !usable || !resumed.ok || !inventory;
    return { unusable, orphaned: orphans.length, lost: lost.length, failures };
  }

  async #resume(desk: Desk): Promise<Result<unknown>> {
    let result = await this.#scenario.run(desk);
    for (let again = 1; again < MOST_RESUMPTIONS && !result.ok; again += 1) result = await this.#scenario.run(desk);
    return result;
  }

  async #inventory(): Promise<Inventory | undefined> {
    for (const pin of this.#scenario.pins) {
      try {
        return await takeInventory(this.#scenario.module, pin);
      } catch {
        // Told as a key that is not usable.
      }
    }
    return undefined;
  }

  #restore(): void {
    const { token } = this.#scenario.module;
    this.#scenario.begin();
    token.setFaults([]);
    token.pull();
    if (existsSync(this.#snapshot)) copyFileSync(this.#snapshot, this.#state);
    else rmSync(this.#state, { force: true });
    token.plug();
  }
}

/** Every `every`-th call, each with another cut than the one before, from a start that the seed names. */
export function samplePlaces(
  calls: number,
  { every, seed }: { readonly every: number; readonly seed: number },
): CutPlace[] {
  const places: CutPlace[] = [];
  for (let call = 1 + (seed % every); call <= calls; call += every) {
    places.push({ call, cut: CUTS[(places.length + seed) % CUTS.length] ?? 'vanish' });
  }
  return places;
}

export function everyPlace(calls: number): CutPlace[] {
  return Array.from({ length: calls }, (_, index) => CUTS.map((cut) => ({ call: index + 1, cut }))).flat();
}

function said(result: Result<unknown>): string {
  return result.ok ? 'ok' : `${result.error.code} ${result.error.support ?? ''}`.trim();
}
