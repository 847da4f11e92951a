import type { Release } from './claim-driver.ts';

/** One at a time, in the order of asking: a driver is one device, and a look must not come between a work's steps. */
export class SerialQueue {
  readonly #claim: () => Promise<Release | undefined>;
  #last: Promise<unknown> = Promise.resolve();
  #lastVerb: Promise<unknown> = Promise.resolve();

  /** Without a claim, this process is taken for the only one at its driver. */
  constructor(claim: () => Promise<Release | undefined> = async () => () => undefined) {
    this.#claim = claim;
  }

  run<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** The same, while no other process works the driver's keys; looks go on while that is waited for. */
  runAlone<Answer>(work: () => Promise<Answer>): Promise<Answer | 'busy'> {
    const turn = this.#lastVerb.then(async () => {
      const release = await this.#claim();
      if (!release) return 'busy';
      return this.run(work).finally(release);
    });
    this.#lastVerb = turn.catch(() => undefined);
    return turn;
  }
}
