import type { Place } from './cut.ts';

export interface Range {
  readonly first: number;
  readonly every: number;
  readonly last?: number;
}

/** Places of a verb one after the other, each to the lane that is free next, until the verb is known to be over. */
export class PlacesInTurn {
  readonly #during: Place['during'];
  readonly #every: number;
  #number: number;
  #over: number;

  constructor(during: Place['during'], { first, every, last = Number.POSITIVE_INFINITY }: Range) {
    this.#during = during;
    this.#number = first;
    this.#every = every;
    this.#over = last + 1;
  }

  next(): Place | undefined {
    const number = this.#number;
    if (number >= this.#over) return undefined;
    this.#number += this.#every;
    return { during: this.#during, number };
  }

  /** The verb has no such place, and none after it. */
  over({ number }: Place): void {
    this.#over = Math.min(this.#over, number);
  }
}
