import { createCipheriv, randomBytes } from 'node:crypto';
import { keyIdentifierOf } from '../../certificates/extensions.ts';
import {
  context,
  encode,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  simpleContext,
} from '../../der/der-writer.ts';
import { OID } from '../../object-identifiers.ts';

const KEY_BYTES = 32;
const SET_TAG = 0x31;
/** RFC 5652, 6.1: recipients are named by their key, not by issuer and number. */
const VERSION = 2;

export const newContentKey = (): Buffer => randomBytes(KEY_BYTES);

export const keyNameOf = (recipient: Buffer): Buffer => keyIdentifierOf(recipient);

export interface Content {
  readonly contentKey: Buffer;
  readonly content: Buffer;
}

/** ContentInfo with EnvelopedData, AES-256-CBC (RFC 3565). */
export function envelopedData(recipientInfo: Buffer, { contentKey, content }: Content): Buffer {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', contentKey, iv);
  const encrypted = Buffer.concat([cipher.update(content), cipher.final()]);
  const algorithm = sequence(objectIdentifier(OID.aes256Cbc), octetString(iv));
  const info = sequence(objectIdentifier(OID.data), algorithm, simpleContext(0, encrypted));
  const data = sequence(integer(VERSION), encode(SET_TAG, recipientInfo), info);
  return sequence(objectIdentifier(OID.envelopedData), context(0, data));
}
