import type { Words } from '../words-of.ts';

/** One line of the doctor's: what is so, and, where it is not well, what to do. */
export interface Finding {
  readonly check: 'registration' | 'policy' | 'host' | 'profile' | 'driver' | 'key' | 'service' | 'clock';
  readonly ok: boolean;
  /** It could not be looked at, which is no fault. */
  readonly skipped?: true;
  readonly what: Words;
  readonly fix?: Words;
}
