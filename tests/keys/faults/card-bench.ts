/** A card in a reader, truly pulled: everything between it and the host is what a computer has. */
import { copyFile } from 'node:fs/promises';
import { type CardKey, type OpenscModule, openOpensc } from '../modules/opensc.ts';
import { type HostDesk, said } from '../through-host/host-desk.ts';
import { type Installation, install } from '../through-host/installation.ts';
import { HostStand } from './host-stand.ts';
import { keyFor, openWay } from './open-way.ts';
import type { Bench } from './try-cut.ts';
import type { Attempt, Verb, Way } from './way.ts';

/** Pulled at a command to the card, counted from 1. */
export interface CardCut {
  readonly command: number;
  /** Whether the command's work was done, and only its answer was lost. */
  readonly after: boolean;
}

export interface CardBenchOptions {
  readonly verb: Verb;
  readonly hostEntry?: string | undefined;
}

interface Parts {
  readonly test: OpenscModule;
  readonly card: CardKey;
  readonly way: Way;
  readonly installation: Installation;
}

export class CardBench implements Bench<CardCut> {
  readonly #parts: Parts;
  readonly #stand: HostStand;

  static async open({ verb, hostEntry }: CardBenchOptions): Promise<CardBench> {
    const test = await openOpensc();
    const installation = await install({ modules: [test.module], entry: hostEntry });
    const card = await keyFor(verb, test);
    const way = await openWay(verb, { test, serial: card.serial, algorithm: 'p256' }, installation);
    await card.removal.pull();
    await copyFile(card.stateFile, startOf(card));
    return new CardBench({ test, card, way, installation });
  }

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#stand = new HostStand(parts.installation);
  }

  get test(): OpenscModule {
    return this.#parts.test;
  }

  get way(): Way {
    return this.#parts.way;
  }

  async restore(): Promise<void> {
    const { card, installation } = this.#parts;
    await installation.forget();
    await card.removal.pull();
    await copyFile(startOf(card), card.stateFile);
    await card.removal.plug();
  }

  /** With its eyes on the card as it is now plugged. */
  async host(): Promise<HostDesk> {
    const desk = await this.#stand.desk();
    await desk.call('keys.list', {});
    return desk;
  }

  /** How many commands the card has when nothing is cut. */
  async countCommands(): Promise<number> {
    await this.restore();
    const desk = await this.host();
    const before = await this.#commands();
    const result = await this.way.begin().run(desk);
    const after = await this.#commands();
    if (!result.ok || before === undefined || after === undefined) throw new Error(`without any cut: ${said(result)}`);
    return after - before;
  }

  async runCut(attempt: Attempt, { command, after }: CardCut) {
    const { card } = this.#parts;
    const desk = await this.host();
    await card.order(`drop-at ${command} ${after ? 'before-reply' : 'before-work'}`);
    const result = await attempt.run(desk);
    const came = (await this.#commands()) === undefined;
    if (came) await card.removal.plug();
    return { came, result };
  }

  /** Since it was plugged in; nothing when it went. */
  async #commands(): Promise<number | undefined> {
    const told = await this.#parts.card.order('count').catch(() => undefined);
    return told?.event === 'apdus' ? told.count : undefined;
  }

  settled(): Promise<void> {
    return this.#stand.settled();
  }

  async close(): Promise<void> {
    await this.#stand.close();
    await this.#parts.installation.remove();
    await this.#parts.test.stop();
  }
}

const startOf = ({ stateFile }: CardKey): string => `${stateFile}.start`;
