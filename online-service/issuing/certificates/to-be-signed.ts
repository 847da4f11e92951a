import type { CertificateValidity } from '@certbridge/shared/domain/certificate-validity.ts';
import { type AuthorityAlgorithm, SIGNATURE_IDENTIFIERS } from '../algorithms.ts';
import { context, integer, sequence, time } from '../der/der-writer.ts';

export interface CertificateContent {
  readonly serialNumber: Uint8Array;
  readonly signedWith: AuthorityAlgorithm;
  /** Names and key, DER. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly validity: CertificateValidity;
  readonly extensions: readonly Uint8Array[];
}

const VERSION_3 = 2;

/** TBSCertificate, RFC 5280, 4.1. */
export function toBeSigned(content: CertificateContent): Buffer {
  return sequence(
    context(0, integer(VERSION_3)),
    integer(content.serialNumber),
    SIGNATURE_IDENTIFIERS[content.signedWith],
    content.issuer,
    sequence(time(content.validity.from), time(content.validity.until)),
    content.subject,
    content.publicKey,
    context(3, sequence(...content.extensions)),
  );
}
