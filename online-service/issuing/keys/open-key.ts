import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuthorityAlgorithm } from '../algorithms.ts';
import { readKeyFile } from './file/key-file.ts';
import { privateKeySigner } from './file/private-key-signer.ts';
import type { KeyPlace } from './key-place.ts';
import type { SigningKey } from './signing-key.ts';

/** What opens the keys: the passphrase of the files, the PIN of the token. */
export interface KeySecrets {
  readonly passphrase: string;
  readonly pin?: string;
}

export interface KeyWanted {
  readonly folder: string;
  readonly algorithm: AuthorityAlgorithm;
  readonly place: KeyPlace;
}

export async function openKey({ folder, algorithm, place }: KeyWanted, secrets: KeySecrets): Promise<SigningKey> {
  if (place.kind === 'file') {
    const text = await readFile(join(folder, place.file), 'utf8');
    return privateKeySigner(algorithm, await readKeyFile(text, secrets.passphrase));
  }
  if (algorithm === 'sm2') throw new Error('a key for SM2 lies in a file');
  // Loaded only where a token is used: the service runs without a driver.
  const [{ openToken }, { tokenKey }] = await Promise.all([
    import('./pkcs11/open-token.ts'),
    import('./pkcs11/token-key.ts'),
  ]);
  return tokenKey(() => openToken(place, secrets.pin ?? ''), algorithm, place.label);
}
