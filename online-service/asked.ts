import type { Session } from './sessions/session.ts';

/** Who asks, as the doors have found out: nothing of it comes from the input. */
export interface Asked {
  readonly session: Session | undefined;
  /** The same for the same caller: a session's token hashed, or `public`. */
  readonly caller: string;
  /** The request's Idempotency-Key; present wherever the contract says `once`. */
  readonly onceKey: string | undefined;
  /** The network that the request came from, for limits; never logged and never stored as it is. */
  readonly address: string;
}
