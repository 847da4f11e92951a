import { generateKeyPairSync } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StartProblem } from '../problems/start-problem.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { loadAuditKey, PUBLIC_KEY_NAME } from './audit-key.ts';

const folder = await temporaryFolder();

test('the service’s own key is made once, for its eyes only; its public half lies beside it', async () => {
  const dataDir = join(folder, 'own');
  const [first, second] = await Promise.all([loadAuditKey({ dataDir }), loadAuditKey({ dataDir })]);
  expect(second.id).toBe(first.id);
  expect((await loadAuditKey({ dataDir })).id).toBe(first.id);
  expect((await stat(join(dataDir, 'audit-key.json'))).mode & 0o077).toBe(0);
  const published = JSON.parse(await readFile(join(dataDir, PUBLIC_KEY_NAME), 'utf8'));
  expect(published).toEqual({ kty: 'OKP', crv: 'Ed25519', x: expect.any(String) });
});

test.each([
  ['nothing', undefined],
  ['no JSON', 'a key'],
  ['another kind of key', JSON.stringify(generateKeyPairSync('ed448').privateKey.export({ format: 'jwk' }))],
  ['a public key', JSON.stringify(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }))],
])('a file with %s is a problem of the start, in both languages, without its content', async (what, content) => {
  const file = join(folder, `${what.replaceAll(' ', '-')}.json`);
  if (content !== undefined) await writeFile(file, content);
  const problem = await loadAuditKey({ file, dataDir: folder }).catch((thrown: unknown) => thrown);
  expect(problem).toBeInstanceOf(StartProblem);
  expect((problem as StartProblem).toText()).toMatch(/签名密钥[\s\S]*signing key/);
});
