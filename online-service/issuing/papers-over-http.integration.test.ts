import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { StartProblem } from '../problems/start-problem.ts';
import { startService } from '../service.ts';
import { eventually } from '../testing/eventually.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { testConfig } from '../testing/test-config.ts';
import { holdCeremony } from './ceremony/hold-ceremony.ts';
import { PLACEHOLDER_POLICY_ARC } from './profiles/policy-arc.ts';
import { opensslWrites } from './testing/openssl.ts';

const PASSPHRASE = '很长很长的一句口令，写在信封里';
const folder = await temporaryFolder();
const secretsFile = join(folder, 'secrets');
await writeFile(secretsFile, `${PASSPHRASE}\n`, { mode: 0o600 });
const authority = { folder: join(folder, 'authority'), secretsFile };
await holdCeremony(
  {
    folder: authority.folder,
    url: 'http://ca.example.test',
    organisation: '示例认证中心',
    policyArc: PLACEHOLDER_POLICY_ARC,
    algorithms: ['p256'],
    now: new Date(Math.floor(Date.now() / 1_000) * 1_000),
  },
  { passphrase: PASSPHRASE },
);
const service = await startService(testConfig(join(folder, 'data'), { authority, logLevel: 'silent' }));
afterAll(() => service.stop());
const openssl = promisify(execFile);
const paper = (name: string) => join(authority.folder, name);
const get = (path: string) => fetch(service.url + path);

describe('what certificates point to is there for everybody', () => {
  it.each([
    ['/crl/p256-root.crl', 'application/pkix-crl'],
    ['/ca/p256-root.cer', 'application/pkix-cert'],
    ['/ca/p256-issuing.cer', 'application/pkix-cert'],
  ])('%s', async (path, type) => {
    const reply = await get(path);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, type]);
    expect(reply.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
  });

  it.each(['p256.crl', 'p256-delta.crl'])('the issuing authority publishes %s by itself', async (name) => {
    await eventually(async () => (await get(`/crl/${name}`)).status).toBe(200);
    const file = join(folder, name);
    await writeFile(file, Buffer.from(await (await get(`/crl/${name}`)).arrayBuffer()));
    const words = ['crl', '-inform', 'DER', '-in', file, '-CAfile', paper('p256-issuing.pem'), '-noout'];
    expect((await openssl('openssl', words)).stderr).toContain('verify OK');
  });

  it.each(['/crl/none.crl', '/ca/none.cer', '/ocsp/none/MAA='])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('OCSP over HTTP', () => {
  it('OpenSSL asks by POST, with a nonce, and trusts the answer', async () => {
    const words = [
      'ocsp',
      '-issuer',
      paper('p256-issuing.pem'),
      '-serial',
      '0x1234',
      '-CAfile',
      paper('p256-root.pem'),
    ];
    const asked = await openssl('openssl', [
      ...words,
      '-verify_other',
      paper('p256-issuing.pem'),
      '-url',
      `${service.url}/ocsp/p256`,
    ]);
    expect(asked.stdout).toContain('0x1234: unknown');
    expect(asked.stderr).toContain('Response verify OK');
    expect(asked.stderr).not.toContain('no nonce in response');
  });

  it('by GET, as caches want it', async () => {
    const request = opensslWrites(
      {},
      'ocsp',
      '-issuer',
      paper('p256-issuing.pem'),
      '-serial',
      '0x1234',
      '-no_nonce',
      '-reqout',
      '@out',
    );
    const reply = await get(`/ocsp/p256/${encodeURIComponent(request.toString('base64'))}`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/ocsp-response']);
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(bytes.subarray(0, 1).toString('hex')).toBe('30');
  });

  it('takes no more than a request can be, and says of nonsense that it is malformed', async () => {
    const post = (body: Buffer) =>
      fetch(`${service.url}/ocsp/p256`, {
        method: 'POST',
        headers: { 'content-type': 'application/ocsp-request' },
        body,
      });
    expect((await post(Buffer.alloc(5_000))).status).toBe(413);
    const malformed = await post(Buffer.from('nonsense'));
    expect(Buffer.from(await malformed.arrayBuffer()).toString('hex')).toBe('30030a0101');
  });
});

it('a service whose authority cannot be opened does not start', async () => {
  const wrong = join(folder, 'wrong-secrets');
  await writeFile(wrong, 'another passphrase\n', { mode: 0o600 });
  const config = testConfig(join(folder, 'other'), {
    authority: { ...authority, secretsFile: wrong },
    logLevel: 'silent',
  });
  await expect(startService(config)).rejects.toThrow(StartProblem);
  const readable = join(folder, 'readable-secrets');
  await writeFile(readable, `${PASSPHRASE}\n`, { mode: 0o644 });
  await expect(startService({ ...config, authority: { ...authority, secretsFile: readable } })).rejects.toThrow(
    StartProblem,
  );
});
