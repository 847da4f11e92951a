import { type Attribute, MessageDigest, SigningTime } from '@peculiar/asn1-cms';
import { objectIdentifier } from '../der/der-writer.ts';
import { contentOf, elementsOf } from '../der/elements-of.ts';
import { readDer } from '../der/read-der.ts';
import type { DigestAlgorithm } from '../digests.ts';
import { FormatError } from '../format-error.ts';
import { OID } from '../object-identifiers.ts';

export interface ReadAttributes {
  /** OBJECT IDENTIFIER, DER. */
  readonly contentType: Uint8Array;
  readonly messageDigest: Uint8Array;
  readonly signingTime: Date;
  readonly certificateHash: { readonly algorithm: DigestAlgorithm; readonly value: Uint8Array };
}

/** The four that we write, each once and with one value (RFC 5652 section 11). More of other kinds may stand beside. */
export function readSignedAttributes(attributes: readonly Attribute[]): ReadAttributes {
  const one = (oid: string) => onlyValue(attributes.filter(({ attrType }) => attrType === oid));
  const signingTime = readDer(one(OID.signingTime), SigningTime).getTime();
  if (Number.isNaN(signingTime.getTime())) throw new FormatError('malformed', 'not a time');
  return {
    contentType: one(OID.contentType),
    messageDigest: new Uint8Array(readDer(one(OID.messageDigest), MessageDigest).buffer),
    signingTime,
    certificateHash: certificateHash(one(OID.signingCertificateV2)),
  };
}

function onlyValue(attributes: readonly Attribute[]): Uint8Array {
  const [value, ...more] = attributes.flatMap(({ attrValues }) => attrValues);
  if (!value || more.length > 0) throw new FormatError('malformed', 'an attribute is missing, or there more than once');
  return new Uint8Array(value);
}

const SEQUENCE_TAG = 0x30;
const OCTET_STRING_TAG = 0x04;

/** SigningCertificateV2, certs, ESSCertIDv2: the first names the signer's (RFC 5035 section 3). */
function certificateHash(attribute: Uint8Array): ReadAttributes['certificateHash'] {
  const first = (encoding: Uint8Array) => elementsOf(encoding)[0] ?? new Uint8Array(0);
  const parts = elementsOf(first(first(attribute)));
  const named = parts[0]?.[0] === SEQUENCE_TAG ? parts[0] : undefined;
  const value = parts[named ? 1 : 0];
  if (value?.[0] !== OCTET_STRING_TAG) throw new FormatError('malformed', 'no hash of a certificate');
  return { algorithm: named ? digestNamed(first(named)) : 'sha-256', value: contentOf(value) };
}

function digestNamed(oid: Uint8Array): DigestAlgorithm {
  if (Buffer.from(objectIdentifier(OID.sha256)).equals(oid)) return 'sha-256';
  if (Buffer.from(objectIdentifier(OID.sm3)).equals(oid)) return 'sm3';
  throw new FormatError('unsuited', 'neither SHA-256 nor SM3');
}
