import type { Logger } from 'pino';
import type { Transact } from '../../stores.ts';
import type { Authorities } from '../open-authorities.ts';

export interface IssuingTools {
  readonly transact: Transact;
  readonly authorities: Authorities;
  readonly now: () => Date;
  readonly log: Logger;
  /** Called when there is something for the lists. */
  readonly onRevoked?: () => void;
}

/** A module that signs takes a fraction of a second; one that hangs is not waited for. */
export const SIGNING_LEASE_MS = 30_000;
