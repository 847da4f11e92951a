import type { PairUse } from '@certbridge/shared/contract/work-order.ts';
import type { CertificateValidity } from '@certbridge/shared/domain/certificate-validity.ts';
import type { Holder, ProfileName } from './profiles/profile.ts';
import type { RequestFault } from './requests/check-request.ts';
import type { RevocationReason } from './revocation/revocation-reason.ts';

/** Where the key comes from: its holder proves it by PKCS#10, or key management made it itself. */
export type KeyOrigin =
  | { readonly kind: 'request'; readonly request: Uint8Array }
  /** SubjectPublicKeyInfo, DER. */
  | { readonly kind: 'key-management'; readonly publicKey: Uint8Array };

export interface CertificateOrder {
  readonly orderId: string;
  readonly use: PairUse;
  readonly profile: ProfileName;
  readonly holder: Holder;
  readonly validity: CertificateValidity;
  readonly key: KeyOrigin;
}

export type Refusal =
  | RequestFault
  /** The key was certified for something else, or it is the authority's own. */
  | 'key-seen'
  /** The order has a certificate for another key; that one is revoked first. */
  | 'order-has-certificate'
  /** The order's certificate for this key was revoked. */
  | 'revoked'
  | 'no-authority'
  | 'name'
  | 'lint';

export type IssueOutcome =
  | {
      readonly outcome: 'issued';
      /** Hex. */
      readonly serialNumber: string;
      /** The holder's certificate first, the root last; DER. */
      readonly chain: readonly Buffer[];
    }
  /** Another process signs it at this moment; whoever asks again gets it. */
  | { readonly outcome: 'pending' }
  | { readonly outcome: 'refused'; readonly why: Refusal; readonly rules?: readonly string[] };

export type RevokeOutcome = 'revoked' | 'revoked-before' | 'unknown';

export interface Revocation {
  /** Hex. */
  readonly serialNumber: string;
  readonly reason: RevocationReason;
}

/** Who issues and revokes. One order and one key have one certificate, however often it is asked for. */
export interface CertificateAuthority {
  issue(order: CertificateOrder): Promise<IssueOutcome>;
  revoke(revocation: Revocation): Promise<RevokeOutcome>;
}
