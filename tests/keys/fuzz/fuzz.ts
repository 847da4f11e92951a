/** Rounds of frames and work orders against one process of the host, which has to outlive them all. */
import fc from 'fast-check';
import { badStreams, endOf } from './frames/bad-streams.ts';
import { frames } from './frames/frames.ts';
import type { FuzzKey } from './fuzz-key.ts';
import { codeOf, FuzzLine } from './fuzz-line.ts';
import { writingCalls } from './key-witness.ts';
import type { MemorySample } from './memory-levels.ts';
import { OrderBook } from './orders/order-book.ts';
import { orderFrauds } from './orders/order-frauds.ts';
import { sendFraud, useUp, verbsRefused } from './orders/send-orders.ts';
import type { Round } from './rounds.ts';

export class Fuzz {
  readonly #key: FuzzKey;
  readonly #book: OrderBook;
  #line: FuzzLine;
  #round = 'before the first round';
  readonly sent = { frames: 0, orders: 0 };
  /** By the name of the answer. */
  readonly tally = new Map<string, number>();
  readonly wrong: string[] = [];
  readonly writes: string[] = [];
  readonly samples: MemorySample[] = [];
  crashes = 0;

  static async begin(key: FuzzKey): Promise<Fuzz> {
    const fuzz = new Fuzz(key);
    await fuzz.#greet();
    return fuzz;
  }

  private constructor(key: FuzzKey) {
    this.#key = key;
    this.#book = new OrderBook(key);
    this.#line = new FuzzLine(key.places);
  }

  async round(round: Round): Promise<void> {
    this.#round = `round ${round.number} (seed ${round.seed})`;
    await useUp(this.#line, this.#book);
    await this.#sendFrames(round);
    await this.#sendOrders(round);
    await this.#sendStream(round);
    this.writes.push(...writingCalls(this.#key.module).map((call) => `${this.#round}: ${call}`));
    await this.#needLiving();
    this.samples.push(this.#line.host.memoryKb());
  }

  async #sendFrames({ seed, frames: count, number, paced }: Round): Promise<void> {
    const { keyId } = this.#key;
    const idOf = (index: number) => `f-${number}-${index}`;
    for (const [index, frame] of fc.sample(frames, { seed, numRuns: count }).entries()) {
      await this.#needLiving();
      await this.#line.send(frame({ id: idOf(index), earlier: (many) => idOf(index - many), keyId }), paced);
      this.sent.frames += 1;
    }
    await this.#settle();
  }

  async #sendOrders({ seed, orders, number }: Round): Promise<void> {
    for (const [index, make] of fc.sample(orderFrauds, { seed, numRuns: orders }).entries()) {
      await this.#needLiving();
      await sendFraud(this.#line, this.#book, { make, id: `o-${number}-${index}` });
      this.sent.orders += 1;
    }
    await this.#settle();
  }

  async #sendStream({ seed, streamFrames }: Round): Promise<void> {
    if (streamFrames === 0) return;
    for (const stream of fc.sample(badStreams(streamFrames), { seed, numRuns: 1 })) {
      const end = await endOf(stream, this.#key);
      this.sent.frames += streamFrames;
      if (!end) continue;
      this.crashes += end.crashed ? 1 : 0;
      this.wrong.push(`${this.#round}: ${end.why}`);
    }
  }

  /** What the witnesses say of genuine orders: they must see everything. */
  async control(): Promise<void> {
    this.#round = 'genuine orders';
    const refused = await verbsRefused(this.#line, this.#book);
    if (refused.length > 0) this.wrong.push(`genuine orders were refused: ${refused.join(', ')}`);
    if (writingCalls(this.#key.module).length === 0) this.wrong.push('no call of a genuine order was seen');
  }

  async end(): Promise<void> {
    this.#closeBooks();
    this.#line.host.hangUp();
    if ((await this.#line.host.ended) !== 0) this.crashes += 1;
  }

  async #settle(): Promise<void> {
    await this.#line.settle();
    this.#told();
  }

  /** A process that ended is counted, and another takes its place. */
  async #needLiving(): Promise<void> {
    if (this.#line.host.alive) return;
    this.crashes += 1;
    this.wrong.push(`${this.#round}: the host ended with ${await this.#line.host.ended}`);
    this.#closeBooks();
    this.#line = new FuzzLine(this.#key.places);
    await this.#greet();
  }

  async #greet(): Promise<void> {
    const hello = await this.#line.ask('hello', { extensionVersion: '0.1.0', protocol: { min: 1, max: 1 } });
    if (!hello?.ok) throw new Error(`hello: ${hello ? codeOf(hello) : 'no answer'}`);
  }

  #told(): void {
    this.wrong.push(...this.#line.ledger.wrong.splice(0).map((what) => `${this.#round}: ${what}`));
  }

  #closeBooks(): void {
    this.#told();
    for (const [code, count] of this.#line.ledger.tally) this.tally.set(code, (this.tally.get(code) ?? 0) + count);
  }
}
