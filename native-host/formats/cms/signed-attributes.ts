import { inOrder, objectIdentifier, octetString, sequence, setOf, time } from '../der/der-writer.ts';
import { type Digest, hash } from '../digests.ts';
import { OID } from '../object-identifiers.ts';
import { digestIdentifier } from '../signature-algorithms.ts';

export interface SignedAttributes {
  readonly contentType: string;
  readonly digest: Digest;
  readonly signingTime: Date;
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
}

/** RFC 5652 sections 5.3 and 11, RFC 5035 section 3, in DER order. */
export function signedAttributes({ contentType, digest, signingTime, certificate }: SignedAttributes): Uint8Array[] {
  return inOrder([
    attribute(OID.contentType, objectIdentifier(contentType)),
    attribute(OID.messageDigest, octetString(digest.value)),
    attribute(OID.signingTime, time(signingTime)),
    attribute(OID.signingCertificateV2, signingCertificate(certificate, digest.algorithm)),
  ]);
}

const attribute = (oid: string, value: Uint8Array): Uint8Array => sequence(objectIdentifier(oid), setOf(value));

/**
 * Ties the signature to this certificate: a key may have several. SHA-256 is the default and left out, as DER asks.
 * issuerSerial is left out too, because the signer's identifier says the same.
 */
function signingCertificate(certificate: Uint8Array, algorithm: Digest['algorithm']): Uint8Array {
  const identifier = algorithm === 'sha-256' ? [] : [digestIdentifier(algorithm)];
  const certId = sequence(...identifier, octetString(hash(algorithm, certificate)));
  return sequence(sequence(certId));
}
