import type { PairUse } from '@certbridge/shared/contract/work-order.ts';
import type { AuthorityAlgorithm } from '../algorithms.ts';
import type { ProfileName } from '../profiles/profile.ts';
import type { RevocationReason } from '../revocation/revocation-reason.ts';

/** A certificate from the moment its serial number is given. */
export interface Issuance {
  readonly id: string;
  readonly orderId: string;
  readonly use: PairUse;
  readonly profile: ProfileName;
  readonly authority: AuthorityAlgorithm;
  /** SHA-256 over SubjectPublicKeyInfo. */
  readonly keyFingerprint: Buffer;
  /** Hex. */
  readonly serialNumber: string;
  readonly toBeSigned: Buffer;
  /** Absent until it was signed. */
  readonly certificate: Buffer | undefined;
  readonly validUntil: Date;
  readonly revocation: { readonly at: Date; readonly reason: RevocationReason } | undefined;
}

export interface NewIssuance extends Omit<Issuance, 'certificate' | 'revocation'> {
  readonly createdAt: Date;
  /** Until then nobody else signs it. */
  readonly leaseUntil: Date;
}

export interface Lease {
  readonly now: Date;
  readonly leaseMs: number;
}

export interface IssuanceStore {
  /** False when the key, or the order for this use, has one already. */
  reserve(issuance: NewIssuance): Promise<boolean>;
  findByKey(keyFingerprint: Buffer): Promise<Issuance | undefined>;
  /** The one that is neither revoked nor of another use. */
  livingOf(orderId: string, use: PairUse): Promise<Issuance | undefined>;
  findBySerial(serialNumber: string): Promise<Issuance | undefined>;
  /** The fuse: true for one process while its lease lasts. */
  takeForSigning(id: string, lease: Lease): Promise<boolean>;
  /** Those that were reserved and not signed. */
  takeDue(lease: Lease & { readonly most: number }): Promise<readonly Issuance[]>;
  /** Stays as it is once there is a certificate; answers the one that stays. */
  complete(id: string, certificate: Buffer, now: Date): Promise<Buffer>;
  /** False when it was revoked before. */
  revoke(id: string, reason: RevocationReason, now: Date): Promise<boolean>;
}
