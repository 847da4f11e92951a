import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { FormatError } from './format-error.ts';
import { readPublicKey, writePublicKey } from './public-key/public-key.ts';
import { encryptSm2, SM2_CIPHER_FORMS } from './sm2/encrypt-sm2.ts';

export const CIPHER_FORMS = ['rsa-pkcs1', 'rsa-oaep-sha1', 'rsa-oaep-sha256', ...SM2_CIPHER_FORMS] as const;
export type CipherForm = (typeof CIPHER_FORMS)[number];

export interface BlockToEncrypt {
  /** SubjectPublicKeyInfo, DER, of the certificate that bids are encrypted to. */
  readonly publicKey: Uint8Array;
  readonly block: Uint8Array;
  readonly form: CipherForm;
}

/** A bid's content key is no longer; RSA-2048 with OAEP and SHA-256 takes up to 190 bytes. */
export const LARGEST_BLOCK_BYTES = 128;

const RSA_PADDINGS = {
  'rsa-pkcs1': { padding: constants.RSA_PKCS1_PADDING },
  'rsa-oaep-sha1': { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
  'rsa-oaep-sha256': { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
} as const;

/** As a bidder's program does it: the private key that opens this opens the old bids. */
export function encryptBlock({ publicKey, block, form }: BlockToEncrypt): Uint8Array {
  if (block.length === 0 || block.length > LARGEST_BLOCK_BYTES)
    throw new FormatError('unsuited', 'no block of this size');
  const key = readPublicKey(publicKey);
  if (form === 'rsa-pkcs1' || form === 'rsa-oaep-sha1' || form === 'rsa-oaep-sha256') {
    if (key.kind !== 'rsa') throw new FormatError('unsuited', 'not an RSA key');
    const nodeKey = createPublicKey({ key: Buffer.from(writePublicKey(key)), format: 'der', type: 'spki' });
    return publicEncrypt({ key: nodeKey, ...RSA_PADDINGS[form] }, block);
  }
  if (key.kind !== 'sm2') throw new FormatError('unsuited', 'not an SM2 key');
  return encryptSm2({ point: key.point, text: block, form });
}
