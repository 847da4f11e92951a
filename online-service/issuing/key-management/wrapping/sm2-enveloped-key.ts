import { createCipheriv, createPrivateKey, randomBytes } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { bitString, integer, objectIdentifier, octetString, sequence } from '../../der/der-writer.ts';
import { sm2PrivateNumber } from '../../keys/sm2/sm2-private-key.ts';
import { sm2PublicPoint } from '../../keys/sm2/sm2-public-point.ts';
import { OID } from '../../object-identifiers.ts';
import type { NewPair } from '../new-encryption-pair.ts';

/** sm-crypto-v2's number for C1 C3 C2. */
const C1C3C2 = 1;
const HALF = 32;

/** SM2EnvelopedKey, GM/T 0009, 7.4: the number d under SM4, and SM4's key under the recipient's SM2 key. */
export function sm2EnvelopedKey({ privateKey, publicKey }: NewPair, recipient: Buffer): Buffer {
  const symmetricKey = randomBytes(16);
  const number = sm2PrivateNumber(createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }));
  const cipher = createCipheriv('sm4-ecb', symmetricKey, null).setAutoPadding(false);
  const encrypted = Buffer.concat([cipher.update(Buffer.from(number, 'hex')), cipher.final()]);
  return sequence(
    sequence(objectIdentifier(OID.sm4Ecb)),
    sm2Cipher(symmetricKey, recipient),
    bitString(Buffer.from(sm2PublicPoint(publicKey), 'hex')),
    bitString(encrypted),
  );
}

/** SM2Cipher, GM/T 0009, 7.2. */
function sm2Cipher(text: Buffer, recipient: Buffer): Buffer {
  const cipher = Buffer.from(sm2.doEncrypt(text, sm2PublicPoint(recipient), C1C3C2), 'hex');
  const [x, y, check] = [0, HALF, HALF * 2].map((from) => cipher.subarray(from, from + HALF));
  if (!x || !y || !check) throw new Error('SM2 gave no cipher text');
  return sequence(integer(x), integer(y), octetString(check), octetString(cipher.subarray(HALF * 3)));
}
