/** A key on the module that goes wrong on command, at a host that may die. Brought back to its start before each cut. */
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { type FaultModule, openFaultModule } from '../modules/fault.ts';
import { type HostDesk, orThrow } from '../through-host/host-desk.ts';
import { type Installation, install } from '../through-host/installation.ts';
import { madeKey } from './made-key.ts';
import { makeWay } from './make-way.ts';
import { renewWay } from './renew-way.ts';
import { signWay } from './sign-way.ts';
import { lockPassword, unlockWay } from './unlock-way.ts';
import type { Attempt, KeyAtStart, Verb, Way } from './way.ts';

/** In a call: the key is pulled, the driver's process dies, the host is killed, the browser goes away. */
export const CALL_CUTS = ['key', 'module', 'host', 'port'] as const;
/** `message`: the browser goes away at a message of the host. */
export type CutKind = (typeof CALL_CUTS)[number] | 'message';

export interface Cut {
  readonly kind: CutKind;
  /** At which call or message, from 1. */
  readonly at: number;
  /** Whether the call's work was done when key or driver went. */
  readonly after: boolean;
}

const TASS = { 'sm2-family': 'tass', manufacturer: 'TASS' } as const;
/** Long enough to be noticed in, and to kill somebody in. */
const HANG_MS = 250;
const LOOK_EVERY_MS = 2;

export class FaultBench {
  readonly test: FaultModule;
  readonly way: Way;
  readonly #installation: Installation;
  #host: HostDesk | undefined;

  static async open(verb: Verb): Promise<FaultBench> {
    const test = await openFaultModule(TASS);
    const installation = await install({ modules: [test.module] });
    const way = await openWay(verb, test, installation);
    const bench = new FaultBench(test, way, installation);
    bench.#keepState();
    return bench;
  }

  private constructor(test: FaultModule, way: Way, installation: Installation) {
    this.test = test;
    this.way = way;
    this.#installation = installation;
  }

  /** The running host, or another one where it died. */
  async host(): Promise<HostDesk> {
    if (!this.#host?.alive) this.#host = await this.#installation.start();
    return this.#host;
  }

  get #state(): string {
    return join(this.test.token.env['FAULT_TOKEN_DIR'] ?? '', 'token0.token');
  }

  #keepState(): void {
    if (existsSync(this.#state)) copyFileSync(this.#state, `${this.#state}.start`);
  }

  restore(): void {
    const { token } = this.test;
    token.setFaults([]);
    token.pull();
    if (existsSync(`${this.#state}.start`)) copyFileSync(`${this.#state}.start`, this.#state);
    else rmSync(this.#state, { force: true });
    token.plug();
    token.resetCounter();
  }

  /** `came` is false when the way has no such call or message. */
  async runCut(attempt: Attempt, cut: Cut): Promise<{ readonly came: boolean; readonly result: Result<unknown> }> {
    // A driver that died before is given a rest: a host that never saw it die gives it none.
    if (cut.kind === 'module' && this.#host?.alive) await this.#host.hangUp();
    const desk = await this.host();
    const { token } = this.test;
    token.resetCounter();
    const ending = this.#arm(desk, cut);
    const result = await attempt.run(desk);
    const came = await ending.came();
    token.setFaults([]);
    token.plug();
    return { came, result };
  }

  #arm(desk: HostDesk, { kind, at, after }: Cut): { came(): Promise<boolean> } {
    const { token } = this.test;
    const rule = (action: string) => token.setFaults([`call=* nth=${at} count=global do=${action}`]);
    switch (kind) {
      case 'key':
        rule(after ? 'vanish-after' : 'vanish');
        return { came: async () => this.#calls() >= at };
      case 'module':
        rule(after ? 'crash-after' : 'crash');
        return { came: async () => this.#calls() >= at };
      case 'host':
      case 'port':
        rule(`hang:${HANG_MS}`);
        return this.#inCall(at, () => (kind === 'host' ? desk.kill() : desk.hangUp()));
      case 'message':
        return atMessage(desk, at);
    }
  }

  #inCall(at: number, end: () => Promise<void>): { came(): Promise<boolean> } {
    let over = false;
    const watching = (async () => {
      while (!over) {
        if (this.#calls() >= at) {
          await end();
          return true;
        }
        await wait(LOOK_EVERY_MS);
      }
      return false;
    })();
    return {
      came: () => {
        over = true;
        return watching;
      },
    };
  }

  /** Counted as a call begins: its greatest number is the sum over all calls. */
  #calls(): number {
    const path = this.test.token.env['FAULT_TOKEN_COUNTER'] ?? '';
    if (!existsSync(path)) return 0;
    const counters = readFileSync(path);
    let sum = 0;
    for (let place = 0; place + 8 <= counters.length; place += 8) {
      sum = Math.max(sum, Number(counters.readBigUInt64LE(place)));
    }
    return sum;
  }

  async close(): Promise<void> {
    if (this.#host?.alive) await this.#host.hangUp();
    await this.#installation.remove();
    await this.test.stop();
  }
}

function atMessage(desk: HostDesk, at: number): { came(): Promise<boolean> } {
  let [messages, listening] = [0, true];
  let ended: Promise<void> | undefined;
  desk.onMessage(() => {
    messages += 1;
    if (listening && messages === at) ended = desk.hangUp();
  });
  return {
    came: async () => {
      listening = false;
      await ended;
      return ended !== undefined;
    },
  };
}

async function openWay(verb: Verb, test: FaultModule, installation: Installation): Promise<Way> {
  const algorithm = 'sm2';
  if (verb === 'make') return makeWay({ test, algorithm, serial: (await test.makeBlankKey()).serial });
  const key: KeyAtStart = { test, algorithm, serial: (await test.makeKey('Faults')).serial };
  const desk = await installation.start();
  const made = orThrow(await madeKey(key, desk));
  await desk.hangUp();
  if (verb === 'renew') return renewWay(key, made);
  if (verb === 'sign') return signWay(key, made);
  await lockPassword(test);
  return unlockWay(key, made);
}
