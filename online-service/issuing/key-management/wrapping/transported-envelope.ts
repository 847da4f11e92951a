import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import {
  context,
  integer,
  nothing,
  objectIdentifier,
  octetString,
  sequence,
  simpleContext,
} from '../../der/der-writer.ts';
import { OID } from '../../object-identifiers.ts';
import { envelopedData, keyNameOf, newContentKey } from './enveloped-data.ts';

const SHA256 = sequence(objectIdentifier(OID.sha256), nothing());
/** RFC 4055, 4.1. */
const OAEP = sequence(
  objectIdentifier(OID.rsaOaep),
  sequence(context(0, SHA256), context(1, sequence(objectIdentifier(OID.mgf1), SHA256))),
);
const VERSION = 2;

/** KeyTransRecipientInfo by RSA-OAEP with SHA-256 (RFC 3560). */
export function transportedEnvelope(content: Buffer, recipient: Buffer): Buffer {
  const contentKey = newContentKey();
  const key = createPublicKey({ key: recipient, format: 'der', type: 'spki' });
  const encrypted = publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, contentKey);
  const info = sequence(integer(VERSION), simpleContext(0, keyNameOf(recipient)), OAEP, octetString(encrypted));
  return envelopedData(info, { contentKey, content });
}
