import type { CodePurpose } from './code-purpose.ts';

export interface StoredCode {
  readonly id: string;
  readonly purpose: CodePurpose;
  /** What it is for: the order, the application that is signed, or the query. */
  readonly subject: string;
  /** Keyed, over everything that the code is bound to. */
  readonly hash: Uint8Array;
  readonly until: Date;
  readonly triesLeft: number;
  readonly createdAt: Date;
}

export interface CodeStore {
  /** In the place of every earlier one for this purpose and subject. */
  add(code: StoredCode): Promise<void>;
  /** The one for this purpose and subject, unless it was used. */
  latest(purpose: CodePurpose, subject: string): Promise<StoredCode | undefined>;
  /** Compare-and-set: true for one caller only. */
  use(id: string, now: Date): Promise<boolean>;
  /** Takes one try away and answers how many are left. */
  miss(id: string): Promise<number>;
}
