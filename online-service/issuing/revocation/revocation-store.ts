import type { AuthorityAlgorithm } from '../algorithms.ts';
import type { RevokedEntry } from './write-crl.ts';

/** What one publication gives out: a full list and, from the second on, its delta. */
export interface RevocationList {
  readonly authority: AuthorityAlgorithm;
  readonly number: number;
  /** Others answer a revocation; deltas add to the last scheduled one. */
  readonly scheduled: boolean;
  readonly thisUpdate: Date;
  readonly full: Buffer;
  readonly delta: Buffer;
}

export interface ListStanding {
  /** 0 before the first. */
  readonly latest: number;
  readonly lastScheduled: { readonly number: number; readonly thisUpdate: Date } | undefined;
  /** There are revocations on no list. */
  readonly unlisted: boolean;
}

export interface RevocationListStore {
  standing(authority: AuthorityAlgorithm): Promise<ListStanding>;
  /** Revoked ones whose validity ended after that, with the first list on which each stood. */
  entries(authority: AuthorityAlgorithm, validAfter: Date): Promise<readonly ListedEntry[]>;
  /** False when another process published that number; nothing is changed then. */
  publish(list: RevocationList, entries: readonly RevokedEntry[]): Promise<boolean>;
  latest(authority: AuthorityAlgorithm): Promise<Pick<RevocationList, 'number' | 'full' | 'delta'> | undefined>;
}

export interface ListedEntry extends RevokedEntry {
  readonly listedIn: number | undefined;
}
