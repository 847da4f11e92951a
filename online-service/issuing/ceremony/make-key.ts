import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeKeyFile } from '../keys/file/key-file.ts';
import { privateKeySigner } from '../keys/file/private-key-signer.ts';
import { newPrivateKey } from '../keys/new-private-key.ts';
import type { KeySecrets, KeyWanted } from '../keys/open-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';

/** Made where it shall lie. A file or a label that is there already is not written over. */
export async function makeKey(
  wanted: KeyWanted & { readonly rsaBits: number },
  secrets: KeySecrets,
): Promise<SigningKey> {
  const { folder, algorithm, place, rsaBits } = wanted;
  if (place.kind === 'file') {
    const key = await newPrivateKey(algorithm, rsaBits);
    const text = await writeKeyFile(key, secrets.passphrase);
    await writeFile(join(folder, place.file), text, { flag: 'wx', mode: 0o600 });
    return privateKeySigner(algorithm, key);
  }
  if (algorithm === 'sm2') throw new Error('a key for SM2 lies in a file');
  const [{ openToken }, { makeTokenKey, tokenKey }] = await Promise.all([
    import('../keys/pkcs11/open-token.ts'),
    import('../keys/pkcs11/token-key.ts'),
  ]);
  const token = openToken(place, secrets.pin ?? '');
  makeTokenKey(token, { algorithm, label: place.label, rsaBits });
  return tokenKey(() => token, algorithm, place.label);
}
