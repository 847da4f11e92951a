import { createHash } from 'node:crypto';
import { octetsOfBits, partsOf, readElement } from '../der/der-reader.ts';
import {
  context,
  integer,
  namedBits,
  nothing,
  objectIdentifier,
  octetString,
  sequence,
  simpleContext,
  yes,
} from '../der/der-writer.ts';
import { OID } from '../object-identifiers.ts';
import { KEY_USAGE_BITS, type KeyUsage } from '../profiles/profile.ts';

export function extension(oid: string, value: Uint8Array, critical = false): Buffer {
  return sequence(objectIdentifier(oid), ...(critical ? [yes()] : []), octetString(value));
}

/** Method 1 of RFC 5280, 4.2.1.2: SHA-1 over the bits of the public key. A name, not a proof. */
export function keyIdentifierOf(publicKey: Uint8Array): Buffer {
  const [, bits] = partsOf(readElement(publicKey));
  return createHash('sha1').update(octetsOfBits(bits)).digest();
}

export const subjectKeyIdentifier = (publicKey: Uint8Array): Buffer =>
  extension(OID.subjectKeyIdentifier, octetString(keyIdentifierOf(publicKey)));

export const authorityKeyIdentifier = (issuerKey: Uint8Array): Buffer =>
  extension(OID.authorityKeyIdentifier, sequence(simpleContext(0, keyIdentifierOf(issuerKey))));

export const keyUsage = (usages: readonly KeyUsage[]): Buffer =>
  extension(OID.keyUsage, namedBits(usages.map((usage) => KEY_USAGE_BITS[usage])), true);

export const extendedKeyUsage = (uses: readonly string[]): Buffer =>
  extension(OID.extendedKeyUsage, sequence(...uses.map(objectIdentifier)));

export const endEntity = (): Buffer => extension(OID.basicConstraints, sequence(), true);

/** `below`: how many authorities may stand below this one. */
export const authority = (below?: number): Buffer =>
  extension(OID.basicConstraints, sequence(yes(), ...(below === undefined ? [] : [integer(below)])), true);

export const policies = (oids: readonly string[]): Buffer =>
  extension(OID.certificatePolicies, sequence(...oids.map((oid) => sequence(objectIdentifier(oid)))));

export const crlDistribution = (url: string): Buffer => extension(OID.crlDistributionPoints, distributionPoint(url));
export const freshestCrl = (url: string): Buffer => extension(OID.freshestCrl, distributionPoint(url));

export interface InfoAccess {
  readonly ocsp?: string;
  readonly issuers: string;
}

export function authorityInfoAccess({ ocsp, issuers }: InfoAccess): Buffer {
  const access = (oid: string, url: string) => sequence(objectIdentifier(oid), address(url));
  const described = [...(ocsp === undefined ? [] : [access(OID.ocsp, ocsp)]), access(OID.caIssuers, issuers)];
  return extension(OID.authorityInfoAccess, sequence(...described));
}

export const ocspNoCheck = (): Buffer => extension(OID.ocspNoCheck, nothing());

function distributionPoint(url: string): Buffer {
  return sequence(sequence(context(0, context(0, address(url)))));
}

/** GeneralName, uniformResourceIdentifier. */
function address(url: string): Buffer {
  return simpleContext(6, Buffer.from(url, 'ascii'));
}
