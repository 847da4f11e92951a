import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { ContentInfo, SignedData, type SignerInfo } from '@peculiar/asn1-cms';
import { certificateParts } from '../certificate/certificate-parts.ts';
import { objectIdentifier, sequence, setOf } from '../der/der-writer.ts';
import { contentOf, elementsOf } from '../der/elements-of.ts';
import { readDer } from '../der/read-der.ts';
import { DIGEST_OF_FORM, type Digest, type DigestAlgorithm, hash } from '../digests.ts';
import { FormatError } from '../format-error.ts';
import { OID } from '../object-identifiers.ts';
import { verifySignature } from '../verify-signature.ts';
import { CMS_DIALECTS, type CmsDialect, CONTENT_TYPES, formOfIdentifier } from './dialect.ts';
import { type ReadAttributes, readSignedAttributes } from './read-signed-attributes.ts';

export interface SignedDataToVerify {
  readonly cms: Uint8Array;
  /** Whose signature it should be, DER. Whether to trust the certificate is another question. */
  readonly certificate: Uint8Array;
  /** What should have been signed. It may be left out where the content travels along. */
  readonly digest?: Digest | undefined;
}

export type SignedDataFinding =
  | {
      readonly valid: true;
      readonly form: SignatureForm;
      readonly dialect: CmsDialect;
      readonly signingTime: Date;
      readonly content?: Uint8Array;
    }
  | { readonly valid: false; readonly reason: 'malformed' | 'other-content' | 'other-signer' | 'signature' };

/** RFC 5652 section 5.6, for one signer with signed attributes. */
export function verifySignedData(input: SignedDataToVerify): SignedDataFinding {
  try {
    return findingOf(input, readSignedData(input.cms));
  } catch {
    return { valid: false, reason: 'malformed' };
  }
}

function findingOf(input: SignedDataToVerify, read: ReadSignedData): SignedDataFinding {
  const { form, dialect, content, attributes } = read;
  if (!contentFits(input.digest, read)) return { valid: false, reason: 'other-content' };
  if (!signerFits(input.certificate, read)) return { valid: false, reason: 'other-signer' };
  const { publicKey } = certificateParts(input.certificate);
  const proven = verifySignature({ form, publicKey, message: read.signed, signature: read.signature });
  if (!proven) return { valid: false, reason: 'signature' };
  return { valid: true, form, dialect, signingTime: attributes.signingTime, ...(content && { content }) };
}

/** The digest that is asked for, that of the content that travels along, and the signed one are one and the same. */
function contentFits(asked: Digest | undefined, { form, content, attributes }: ReadSignedData): boolean {
  const algorithm = DIGEST_OF_FORM[form];
  const carried = content ? [{ algorithm, value: hash(algorithm, content) }] : [];
  const digests = [...carried, ...(asked ? [asked] : [])];
  const signed = Buffer.from(attributes.messageDigest);
  return digests.length > 0 && digests.every((digest) => digest.algorithm === algorithm && signed.equals(digest.value));
}

function signerFits(certificate: Uint8Array, { sid, attributes }: ReadSignedData): boolean {
  const { der, issuer, serialNumber } = certificateParts(certificate);
  const { algorithm, value } = attributes.certificateHash;
  return (
    Buffer.from(sequence(issuer, serialNumber)).equals(sid) &&
    Buffer.from(hash(algorithm, der)).equals(Buffer.from(value))
  );
}

interface ReadSignedData {
  readonly dialect: CmsDialect;
  readonly form: SignatureForm;
  /** IssuerAndSerialNumber as it stands. */
  readonly sid: Uint8Array;
  readonly attributes: ReadAttributes;
  /** What the signature is over. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly content: Uint8Array | undefined;
}

const ATTRIBUTES_TAG = 0xa0;
const OCTET_STRING_TAG = 0x04;

function readSignedData(cms: Uint8Array): ReadSignedData {
  const outer = readDer(cms, ContentInfo);
  const dialect = CMS_DIALECTS.find((candidate) => CONTENT_TYPES[candidate].signedData === outer.contentType);
  if (!dialect) throw new FormatError('unsuited', 'not SignedData');
  const { encapContentInfo, signerInfos } = readDer(new Uint8Array(outer.content), SignedData);
  const [signer, ...others] = signerInfos;
  if (!signer || others.length > 0) throw new FormatError('unsuited', 'not exactly one signer');

  const attributes = readSignedAttributes(signer.signedAttrs ?? []);
  const type = objectIdentifier(encapContentInfo.eContentType);
  const typesAgree =
    encapContentInfo.eContentType === CONTENT_TYPES[dialect].data && Buffer.from(type).equals(attributes.contentType);
  if (!typesAgree) throw new FormatError('malformed', 'the kinds of content do not agree');

  const carried = encapContentInfo.eContent?.single?.buffer;
  return {
    dialect,
    form: formOf(signer),
    attributes,
    ...exactParts(new Uint8Array(outer.content)),
    content: carried && new Uint8Array(carried),
  };
}

/** The bytes that names and signatures are compared by, as they stand and not as a model would write them. */
function exactParts(signedData: Uint8Array): Pick<ReadSignedData, 'sid' | 'signed' | 'signature'> {
  const signerInfos = elementsOf(signedData).at(-1) ?? new Uint8Array(0);
  const [, sid, , attributes, , signature] = elementsOf(elementsOf(signerInfos)[0] ?? new Uint8Array(0));
  if (!sid || attributes?.[0] !== ATTRIBUTES_TAG || signature?.[0] !== OCTET_STRING_TAG) {
    throw new FormatError('malformed', 'no signer with signed attributes');
  }
  // RFC 5652 section 5.4: the DER of a SET OF, whatever order it came in.
  return { sid, signed: setOf(...elementsOf(attributes)), signature: contentOf(signature) };
}

const DIGESTS: Readonly<Record<string, DigestAlgorithm>> = { [OID.sha256]: 'sha-256', [OID.sm3]: 'sm3' };

function formOf({ signatureAlgorithm, digestAlgorithm }: SignerInfo): SignatureForm {
  const form = formOfIdentifier(signatureAlgorithm.algorithm);
  if (!form || DIGESTS[digestAlgorithm.algorithm] !== DIGEST_OF_FORM[form]) {
    throw new FormatError('unsuited', 'an algorithm that is not worked with');
  }
  return form;
}
