import { createECDH, randomBytes } from 'node:crypto';
import pkcs11js from 'pkcs11js';
import { type CipherForm, encryptBlock } from '../../formats/encrypt-block.ts';
import { readPublicKey } from '../../formats/public-key/public-key.ts';
import { MECHANISM } from './capabilities.ts';
import type { Sm2Dialect } from './sm2-dialect.ts';

export interface OpenCheck {
  readonly library: pkcs11js.PKCS11;
  readonly session: Buffer;
  readonly key: Buffer;
  readonly sm2: Sm2Dialect | undefined;
}

/** Longer than any content key. */
const BLOCK_BYTES = 32;
const LARGEST_ANSWER_BYTES = 1024;

/** Encrypts to the public key as a bidder's program does, and opens it with the private key on the token. */
export function opensWith(check: OpenCheck, publicKey: Uint8Array): boolean {
  const { library, session } = check;
  const key = readPublicKey(publicKey);
  if (key.kind === 'p256') return agrees(check, key.point);
  const block = randomBytes(BLOCK_BYTES);
  const { mechanism, form } = key.kind === 'rsa' ? RSA : sm2Decryption(check.sm2);
  const cipher = Buffer.from(encryptBlock({ publicKey, block, form }));
  library.C_DecryptInit(session, { mechanism }, check.key);
  return library.C_Decrypt(session, cipher, Buffer.alloc(LARGEST_ANSWER_BYTES)).equals(block);
}

interface Decryption {
  readonly mechanism: number;
  readonly form: CipherForm;
}

const RSA: Decryption = { mechanism: MECHANISM.RSA_PKCS, form: 'rsa-pkcs1' };

function sm2Decryption(sm2: Sm2Dialect | undefined): Decryption {
  if (sm2?.encrypt === undefined) throw new Error('asked for without the capability');
  return { mechanism: sm2.encrypt, form: sm2.ciphertext ?? 'c1c3c2' };
}

/** P-256 keys don't encrypt: both sides agree on a key (NIST SP 800-56A), and here both must come to the same. */
function agrees({ library, session, key }: OpenCheck, point: Uint8Array): boolean {
  const other = createECDH('prime256v1');
  const parameter: pkcs11js.ECDH1 = {
    type: pkcs11js.CK_PARAMS_EC_DH,
    kdf: pkcs11js.CKD_NULL,
    publicData: other.generateKeys(),
  };
  const secret = library.C_DeriveKey(session, { mechanism: MECHANISM.ECDH1_DERIVE, parameter }, key, [
    { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_SECRET_KEY },
    { type: pkcs11js.CKA_KEY_TYPE, value: pkcs11js.CKK_GENERIC_SECRET },
    { type: pkcs11js.CKA_TOKEN, value: false },
    { type: pkcs11js.CKA_SENSITIVE, value: false },
    { type: pkcs11js.CKA_EXTRACTABLE, value: true },
    { type: pkcs11js.CKA_VALUE_LEN, value: BLOCK_BYTES },
  ]);
  const [value] = library.C_GetAttributeValue(session, secret, [{ type: pkcs11js.CKA_VALUE }]);
  library.C_DestroyObject(session, secret);
  return value?.value.equals(other.computeSecret(point)) ?? false;
}
