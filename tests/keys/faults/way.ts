import type { Result } from '@certbridge/shared/contract/result.ts';
import type { KeyAlgorithm, PairUse } from '@certbridge/shared/contract/work-order.ts';
import type { TestModule } from '../modules/test-module.ts';
import type { HostDesk } from '../through-host/host-desk.ts';

export const VERBS = ['renew', 'unlock', 'sign', 'make', 'pin'] as const;
export type Verb = (typeof VERBS)[number];

export interface KeyAtStart {
  readonly test: TestModule;
  readonly serial: string;
  readonly algorithm: KeyAlgorithm;
}

/** What a user does from beginning to end. */
export interface Way {
  /** Anew, as after `KeyAtStart` came back to what it was. */
  begin(): Attempt;
}

/** One attempt at it: begun, cut, begun again until it is done. */
export interface Attempt {
  /** From the first screen on; stops at the first error, as a user does. */
  run(desk: HostDesk): Promise<Result<unknown>>;
  /** Whether the key still does what it could do before, asked right after a cut. What is wrong, or nothing. */
  worksMeanwhile(desk: HostDesk): Promise<string | undefined>;
  /** The same at the end, for what it can do then. */
  worksAtEnd(desk: HostDesk): Promise<string | undefined>;
  /** The user's password at the end. */
  readonly pin: string;
  /** Fingerprints of the certificates that must be on the key at the end. */
  keeps(): readonly string[];
}

export const pairsOf = (algorithm: KeyAlgorithm) =>
  (['sign', 'encrypt'] as const).map((use): { use: PairUse; algorithm: KeyAlgorithm } => ({ use, algorithm }));
