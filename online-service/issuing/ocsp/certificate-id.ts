import { createHash } from 'node:crypto';
import { octetsOfBits, partsOf, readElement } from '../der/der-reader.ts';
import { integer, nothing, objectIdentifier, octetString, sequence } from '../der/der-writer.ts';
import { OID } from '../object-identifiers.ts';
import type { Authority } from '../open-authorities.ts';
import type { CertificateId } from './read-ocsp-request.ts';

/** What answers are signed for beforehand: RFC 5019, 2.1.1 has clients ask by SHA-1. */
export function usualCertificateId({ name, key }: Authority, serialNumber: string): Buffer {
  return sequence(
    sequence(objectIdentifier(OID.sha1), nothing()),
    octetString(createHash('sha1').update(name).digest()),
    octetString(createHash('sha1').update(keyBitsOf(key.publicKey)).digest()),
    integer(Buffer.from(serialNumber, 'hex')),
  );
}

/** Whether that authority issued what is asked for. */
export function isOf({ name, key }: Authority, { digest, issuerNameHash, issuerKeyHash }: CertificateId): boolean {
  if (!digest) return false;
  const hash = (bytes: Buffer) => createHash(digest).update(bytes).digest();
  return hash(name).equals(issuerNameHash) && hash(keyBitsOf(key.publicKey)).equals(issuerKeyHash);
}

function keyBitsOf(publicKey: Buffer): Buffer {
  const [, bits] = partsOf(readElement(publicKey));
  return octetsOfBits(bits);
}
