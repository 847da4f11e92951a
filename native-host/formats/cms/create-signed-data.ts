import { certificateParts } from '../certificate/certificate-parts.ts';
import { checkedSignature } from '../checked-signature.ts';
import { context, inOrder, integer, objectIdentifier, octetString, sequence, setOf } from '../der/der-writer.ts';
import { DIGEST_BYTES, DIGEST_OF_FORM, type Digest, hash } from '../digests.ts';
import { FormatError } from '../format-error.ts';
import { samePublicKey } from '../public-key/public-key.ts';
import { digestIdentifier } from '../signature-algorithms.ts';
import type { Signer } from '../signer.ts';
import { type CmsDialect, CONTENT_TYPES, cmsSignatureIdentifier } from './dialect.ts';
import { signedAttributes } from './signed-attributes.ts';

/** A digest that somebody else has made, or the content, which then may travel along. */
export type SignedContent =
  | { readonly digest: Digest }
  | { readonly content: Uint8Array; readonly attached?: boolean | undefined };

export interface SignedDataInput {
  readonly signer: Signer;
  /** DER; the signer's own. */
  readonly certificate: Uint8Array;
  /** The authorities above it, in any order. */
  readonly chain?: readonly Uint8Array[] | undefined;
  readonly over: SignedContent;
  readonly time: Date;
  readonly dialect?: CmsDialect | undefined;
}

/** RFC 5652 section 5.1: issuer and serial name the signer, the content is plain data. GM/T 0010 knows no other number. */
const VERSION = 1;
const SET_TAG = 0x31;
const IMPLICIT_SET_TAG = 0xa0;
const MOST_CERTIFICATES = 10;

/** CMS SignedData by one signer, with signed attributes. */
export async function createSignedData(input: SignedDataInput): Promise<Uint8Array> {
  const { signer, dialect = 'rfc-5652', over } = input;
  if (dialect === 'gmt-0010' && signer.form !== 'sm2-sm3') throw new FormatError('unsuited', 'GM/T 0010 is for SM2');
  const own = certificateParts(input.certificate);
  if (!samePublicKey(own.publicKey, signer.publicKey)) throw new FormatError('unsuited', "another key's certificate");

  const digest = digestOf(over, DIGEST_OF_FORM[signer.form]);
  const types = CONTENT_TYPES[dialect];
  const signingTime = input.time;
  const attributes = signedAttributes({ contentType: types.data, digest, signingTime, certificate: own.der });
  const toSign = setOf(...attributes);
  const signature = await checkedSignature(signer, toSign);

  const algorithm = digestIdentifier(digest.algorithm);
  const signerInfo = sequence(
    integer(VERSION),
    sequence(own.issuer, own.serialNumber),
    algorithm,
    retagged(toSign),
    cmsSignatureIdentifier(signer.form, dialect),
    octetString(signature),
  );
  const carried = 'content' in over && over.attached ? [context(0, octetString(over.content))] : [];
  const signedData = sequence(
    integer(VERSION),
    setOf(algorithm),
    sequence(objectIdentifier(types.data), ...carried),
    context(0, ...certificateSet(own.der, input.chain ?? [])),
    setOf(signerInfo),
  );
  return sequence(objectIdentifier(types.signedData), context(0, signedData));
}

function digestOf(over: SignedContent, algorithm: Digest['algorithm']): Digest {
  if ('content' in over) return { algorithm, value: hash(algorithm, over.content) };
  const fits = over.digest.algorithm === algorithm && over.digest.value.length === DIGEST_BYTES;
  if (!fits) throw new FormatError('unsuited', `this signature goes with a digest by ${algorithm}`);
  return over.digest;
}

/** RFC 5652 section 5.4: signed as a SET OF, sent under `[0]`. The length stays, so the tag is all that differs. */
function retagged(attributes: Uint8Array): Uint8Array {
  if (attributes[0] !== SET_TAG) throw new FormatError('malformed', 'not a SET OF attributes');
  return Buffer.concat([Uint8Array.of(IMPLICIT_SET_TAG), attributes.subarray(1)]);
}

function certificateSet(own: Uint8Array, chain: readonly Uint8Array[]): Uint8Array[] {
  if (chain.length >= MOST_CERTIFICATES) throw new FormatError('unsuited', 'a chain of so many certificates');
  const all = [own, ...chain.map((certificate) => certificateParts(certificate).der)];
  const distinct = new Map(all.map((der) => [Buffer.from(der).toString('base64'), der]));
  return inOrder([...distinct.values()]);
}
