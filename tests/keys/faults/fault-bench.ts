/** A key on the module that goes wrong on command, at a host that may die. */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { type FaultModule, openFaultModule } from '../modules/fault.ts';
import { type SeenKey, startStranger } from '../modules/initialise-key.ts';
import type { HostDesk } from '../through-host/host-desk.ts';
import { type Installation, type Installed, install } from '../through-host/installation.ts';
import { armCut } from './arm-cut.ts';
import type { Cut } from './cut.ts';
import { HostStand } from './host-stand.ts';
import { keyFor, openWay } from './open-way.ts';
import type { Bench } from './try-cut.ts';
import type { Attempt, Verb, Way } from './way.ts';

const TASS = { 'sm2-family': 'tass', manufacturer: 'TASS' } as const;
export interface FaultBenchOptions extends Pick<Installed, 'profiles'> {
  readonly verb: Verb;
  readonly hostEntry?: string | undefined;
}

export class FaultBench implements Bench<Cut> {
  readonly test: FaultModule & Required<SeenKey>;
  readonly way: Way;
  readonly #installation: Installation;
  readonly #stand: HostStand;

  static async open({ verb, hostEntry, profiles = [] }: FaultBenchOptions): Promise<FaultBench> {
    const opened = await openFaultModule(TASS);
    const test = { ...opened, stranger: startStranger(opened.module) };
    const installation = await install({ modules: [test.module], profiles, entry: hostEntry });
    const { serial } = await keyFor(verb, test);
    const way = await openWay(verb, { test, serial, algorithm: 'sm2' }, installation);
    const bench = new FaultBench(test, way, installation);
    bench.#keepState();
    return bench;
  }

  private constructor(test: FaultBench['test'], way: Way, installation: Installation) {
    this.test = test;
    this.way = way;
    this.#installation = installation;
    this.#stand = new HostStand(installation);
  }

  get #state(): string {
    return join(this.test.token.env['FAULT_TOKEN_DIR'] ?? '', 'token0.token');
  }

  #keepState(): void {
    if (existsSync(this.#state)) copyFileSync(this.#state, `${this.#state}.start`);
  }

  async restore(): Promise<void> {
    await this.settled();
    await this.#installation.forget();
    const { token } = this.test;
    token.setFaults([]);
    token.pull();
    if (existsSync(`${this.#state}.start`)) copyFileSync(`${this.#state}.start`, this.#state);
    else rmSync(this.#state, { force: true });
    token.plug();
  }

  host(): Promise<HostDesk> {
    return this.#stand.desk();
  }

  settled(): Promise<void> {
    return this.#stand.settled();
  }

  async runCut(attempt: Attempt, cut: Cut): Promise<{ readonly came: boolean; readonly result: Result<unknown> }> {
    const starting = cut.during === 'starting call';
    const desk = await (starting ? this.#stand.freshDesk() : this.#stand.watchingDesk());
    const { token } = this.test;
    token.resetCounter();
    const cameToIt = armCut({ token, stand: this.#stand, desk }, cut);
    const result = await attempt.run(desk);
    const came = await cameToIt();
    if (cut.kind === 'module') this.#stand.noteDriverDied();
    token.setFaults([]);
    token.plug();
    return { came, result };
  }

  async close(): Promise<void> {
    await this.#stand.close();
    await this.settled();
    this.test.stranger.kill();
    await this.#installation.remove();
    await this.test.stop();
  }
}
