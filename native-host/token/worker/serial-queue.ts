/** One at a time, in the order of asking: a driver is one device, and a look must not come between a work's steps. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
