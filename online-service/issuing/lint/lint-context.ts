import type { AuthorityAlgorithm } from '../algorithms.ts';

export interface LintContext {
  readonly signedWith: AuthorityAlgorithm;
  /** The issuer's name and key, DER. */
  readonly issuer: Buffer;
  readonly issuerKey: Buffer;
  readonly issuerUntil: Date;
  readonly use: 'sign' | 'encrypt';
  readonly mostYears: number;
}
