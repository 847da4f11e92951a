import { createCipheriv, createDecipheriv, createPrivateKey, type KeyObject, randomBytes, scrypt } from 'node:crypto';
import * as z from 'zod/mini';

/** The passphrase is not that of the file, or somebody changed the file. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

const base64 = (bytes: number) => z.string().check(z.maxLength(bytes * 2), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));
const keyFile = z.strictObject({
  format: z.literal('certbridge-authority-key-1'),
  // Bounded, so that a changed file cannot ask for all memory.
  scrypt: z.strictObject({
    n: z.int().check(z.gte(1 << 14), z.lte(1 << 20)),
    r: z.literal(8),
    p: z.literal(1),
    salt: base64(32),
  }),
  nonce: base64(12),
  tag: base64(16),
  sealed: base64(8_000),
});

/** 128 MB and a few tenths of a second: a guess costs as much. */
const SCRYPT_N = 1 << 17;
const KEY_BYTES = 32;
const TAG_BYTES = 16;

/** PKCS#8, under AES-256-GCM with a key that scrypt (RFC 7914) makes of the passphrase. */
export async function writeKeyFile(key: KeyObject, passphrase: string): Promise<string> {
  const salt = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await stretched(passphrase, salt, SCRYPT_N), nonce);
  const sealed = Buffer.concat([cipher.update(key.export({ format: 'der', type: 'pkcs8' })), cipher.final()]);
  const file: z.infer<typeof keyFile> = {
    format: 'certbridge-authority-key-1',
    scrypt: { n: SCRYPT_N, r: 8, p: 1, salt: salt.toString('base64') },
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

export async function readKeyFile(text: string, passphrase: string): Promise<KeyObject> {
  try {
    const file = keyFile.parse(JSON.parse(text));
    const of = (value: string) => Buffer.from(value, 'base64');
    const key = await stretched(passphrase, of(file.scrypt.salt), file.scrypt.n);
    const decipher = createDecipheriv('aes-256-gcm', key, of(file.nonce), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(of(file.tag));
    const opened = Buffer.concat([decipher.update(of(file.sealed)), decipher.final()]);
    return createPrivateKey({ key: opened, format: 'der', type: 'pkcs8' });
  } catch {
    throw new KeyFileError('the key file cannot be opened with this passphrase');
  }
}

function stretched(passphrase: string, salt: Buffer, n: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const limits = { N: n, r: 8, p: 1, maxmem: 256 * n * 8 };
    scrypt(passphrase.normalize('NFC'), salt, KEY_BYTES, limits, (fault, key) =>
      fault ? reject(fault) : resolve(key),
    );
  });
}
