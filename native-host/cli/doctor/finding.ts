import type { Words } from '../words-of.ts';

/** One line of the doctor's: what is so, and, where it is not well, what to do. */
export interface Finding {
  readonly check: 'registration' | 'host' | 'driver' | 'key' | 'service' | 'clock';
  readonly ok: boolean;
  readonly what: Words;
  readonly fix?: Words;
}
