import { createCipheriv, createHash, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { octetsOfBits, partsOf, readElement } from '../../der/der-reader.ts';
import { bitString, context, integer, objectIdentifier, octetString, sequence } from '../../der/der-writer.ts';
import { OID } from '../../object-identifiers.ts';
import { envelopedData, keyNameOf, newContentKey } from './enveloped-data.ts';

const VERSION = 3;
const WRAP = sequence(objectIdentifier(OID.aes256Wrap));
const KEY_BITS = Buffer.from([0, 0, 1, 0]);
/** RFC 3394. */
const WRAP_IV = Buffer.alloc(8, 0xa6);

/** KeyAgreeRecipientInfo by ephemeral-static ECDH with SHA-256 (RFC 5753). */
export function agreedEnvelope(content: Buffer, recipient: Buffer): Buffer {
  const contentKey = newContentKey();
  const ephemeral = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey({ key: recipient, format: 'der', type: 'spki' });
  const secret = diffieHellman({ privateKey: ephemeral.privateKey, publicKey });
  const cipher = createCipheriv('id-aes256-wrap', keyEncryptionKey(secret), WRAP_IV);
  const wrapped = Buffer.concat([cipher.update(contentKey), cipher.final()]);
  const [, bits] = partsOf(readElement(ephemeral.publicKey.export({ format: 'der', type: 'spki' })));
  const originator = context(1, sequence(objectIdentifier(OID.ecPublicKey)), bitString(octetsOfBits(bits)));
  const info = context(
    1,
    integer(VERSION),
    context(0, originator),
    sequence(objectIdentifier(OID.ecdhSha256), WRAP),
    sequence(sequence(context(0, octetString(keyNameOf(recipient))), octetString(wrapped))),
  );
  return envelopedData(info, { contentKey, content });
}

/** RFC 5753, 7.2: ANSI X9.63's derivation; one round of SHA-256 is as long as the key. */
function keyEncryptionKey(secret: Buffer): Buffer {
  const shared = sequence(WRAP, context(2, octetString(KEY_BITS)));
  return createHash('sha256')
    .update(secret)
    .update(Buffer.from([0, 0, 0, 1]))
    .update(shared)
    .digest();
}
