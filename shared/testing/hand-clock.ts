import type { Clock } from '../rpc/clock.ts';
import { settled } from './settled.ts';

/** A clock for tests that stands still until it is moved by hand. */
export class HandClock implements Clock {
  #now = 0;
  #alarms: { at: number; callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const alarm = { at: this.#now + ms, callback };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  }

  get alarms(): number {
    return this.#alarms.length;
  }

  /** Moves on and rings every alarm that is due, in the order of their times. */
  advance(ms: number): void {
    const end = this.#now + ms;
    while (this.#ringNext(end));
    this.#now = end;
  }

  /** As `advance`, with everything that an alarm sets off done before the next one rings. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    do await settled();
    while (this.#ringNext(end));
    this.#now = end;
  }

  #ringNext(end: number): boolean {
    const due = this.#alarms.filter((alarm) => alarm.at <= end).sort((a, b) => a.at - b.at)[0];
    if (!due) return false;
    this.#alarms = this.#alarms.filter((alarm) => alarm !== due);
    this.#now = due.at;
    due.callback();
    return true;
  }
}
