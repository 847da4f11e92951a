import { Name } from '@peculiar/asn1-x509';
import { checkedSignature } from '../checked-signature.ts';
import { bitString, context, integer, sequence } from '../der/der-writer.ts';
import { readDer } from '../der/read-der.ts';
import { SIGNATURE_IDENTIFIERS } from '../signature-algorithms.ts';
import type { Signer } from '../signer.ts';

export interface RequestInput {
  readonly signer: Signer;
  /** A Name, DER: made by `subjectName`, or the old certificate's as it stands. Without it the name is empty. */
  readonly subject?: Uint8Array | undefined;
}

const VERSION = 0;

/** PKCS#10 (RFC 2986), without attributes: what the certificate will say is the order's matter, not the key's. */
export async function createRequest({ signer, subject = sequence() }: RequestInput): Promise<Uint8Array> {
  readDer(subject, Name);
  const info = sequence(integer(VERSION), subject, signer.publicKey, context(0));
  const signature = await checkedSignature(signer, info);
  return sequence(info, SIGNATURE_IDENTIFIERS[signer.form], bitString(signature));
}
