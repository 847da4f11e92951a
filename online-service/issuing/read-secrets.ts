import { lstat, readFile } from 'node:fs/promises';
import type { KeySecrets } from './keys/open-key.ts';

/** Anybody but the owner. */
const OTHERS = 0o077;
const SHORTEST_PASSPHRASE = 12;

/** Others can read the file of secrets, or it holds no passphrase that deserves the name. */
export class SecretsUnfit extends Error {
  override readonly name = 'SecretsUnfit';
}

/** The first line is the passphrase, the second the PIN of the token. */
export function secretsOf(text: string): KeySecrets {
  const [passphrase = '', pin = ''] = text.split(/\r?\n/);
  if ([...passphrase].length < SHORTEST_PASSPHRASE) throw new SecretsUnfit('the passphrase is too short');
  return pin === '' ? { passphrase } : { passphrase, pin };
}

export async function readSecrets(path: string): Promise<KeySecrets> {
  const { mode } = await lstat(path);
  // Windows has no such bits and reports them all.
  if (process.platform !== 'win32' && (mode & OTHERS) !== 0) throw new SecretsUnfit('others can read the secrets');
  return secretsOf(await readFile(path, 'utf8'));
}
