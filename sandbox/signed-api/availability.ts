import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { ApiError } from './api-error.ts';

export const AVAILABILITIES = ['here', 'away', 'slow'] as const;
export type Available = (typeof AVAILABILITIES)[number];
export const available = z.enum(AVAILABILITIES);

/** Longer than anybody waits for an answer. */
const SLOW_MS = 20_000;

/** How a provider is today, as its page sets it. */
export class Availability {
  #now: Available = 'here';
  #changed = new AbortController();

  get now(): Available {
    return this.#now;
  }

  set(now: Available): void {
    this.#now = now;
    this.#changed.abort();
    this.#changed = new AbortController();
  }

  /** Before an answer: at once, late, or never. A change ends the waiting. */
  async ready(): Promise<void> {
    if (this.#now === 'away') throw new ApiError('PROVIDER_AWAY');
    if (this.#now === 'here') return;
    await pause(SLOW_MS, undefined, { signal: this.#changed.signal, ref: false }).catch(() => undefined);
  }
}
