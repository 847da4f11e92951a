import type { AuthorityAlgorithm } from '../algorithms.ts';
import type { RevocationReason } from '../revocation/revocation-reason.ts';

export type CertificateStatus =
  | { readonly status: 'good' | 'unknown' }
  | { readonly status: 'revoked'; readonly at: Date; readonly reason: RevocationReason };

export interface OcspAnswer {
  readonly serialNumber: string;
  readonly nextUpdate: Date;
  /** OCSPResponse, DER. */
  readonly reply: Buffer;
}

export interface OcspAnswerStore {
  find(serialNumber: string, now: Date): Promise<OcspAnswer | undefined>;
  statusOf(authority: AuthorityAlgorithm, serialNumber: string): Promise<CertificateStatus>;
  /** Only while the certificate stands as it was when it was said; false otherwise. */
  keep(answer: OcspAnswer, status: CertificateStatus): Promise<boolean>;
  forget(serialNumber: string): Promise<void>;
  /** Certificates that are valid and have no answer that lasts beyond that. */
  wanting(authority: AuthorityAlgorithm, until: Date, most: number): Promise<readonly string[]>;
}
