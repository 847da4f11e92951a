import { describe, expect, it } from 'vitest';
import { AUTHORITY_ALGORITHMS } from '../algorithms.ts';
import { KeyFileError, readKeyFile, writeKeyFile } from './file/key-file.ts';
import { privateKeySigner } from './file/private-key-signer.ts';
import { newPrivateKey } from './new-private-key.ts';
import { verifies } from './verify-signature.ts';

const message = Buffer.from('to be signed');

describe.each(AUTHORITY_ALGORITHMS)('a key of %s in its file', (algorithm) => {
  it('signs as before once the passphrase has opened it', async () => {
    const key = await newPrivateKey(algorithm, 2048);
    const file = await writeKeyFile(key, '正确的口令');
    const signer = privateKeySigner(algorithm, await readKeyFile(file, '正确的口令'));
    expect(signer.publicKey).toEqual(privateKeySigner(algorithm, key).publicKey);
    const signature = await signer.sign(message);
    expect(verifies({ algorithm, message, signature }, signer.publicKey)).toBe(true);
    expect(verifies({ algorithm, message: Buffer.from('another'), signature }, signer.publicKey)).toBe(false);
  });
});

it('another passphrase, a changed file, or one that wants more memory than there is opens nothing', async () => {
  const file = await writeKeyFile(await newPrivateKey('p256', 2048), 'correct');
  const read = JSON.parse(file);
  const changed = { ...read, sealed: `A${read.sealed.slice(1)}` };
  const greedy = { ...read, scrypt: { ...read.scrypt, n: 2 ** 30 } };
  await expect(readKeyFile(file, 'wrong')).rejects.toThrow(KeyFileError);
  await expect(
    readKeyFile(JSON.stringify({ ...changed, sealed: `B${changed.sealed.slice(1)}` }), 'correct'),
  ).rejects.toThrow(KeyFileError);
  await expect(readKeyFile(JSON.stringify(greedy), 'correct')).rejects.toThrow(KeyFileError);
  expect(file).not.toContain('PRIVATE KEY');
});
