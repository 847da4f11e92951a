import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { verifies } from '../keys/verify-signature.ts';
import { openAuthorities } from '../open-authorities.ts';
import { DISTID, openssl, says } from '../testing/openssl.ts';
import { sm2SignatureStands } from '../testing/signature-by-openssl.ts';
import { fromPem } from './pem.ts';

const CLI = join(import.meta.dirname, '..', '..', 'cli.ts');
const PASSPHRASE = '很长很长的一句口令，写在信封里';
const PIN = '123456';
const SOFTHSM = '/usr/lib/softhsm/libsofthsm2.so';
const folder = await temporaryFolder();

/** As `npm run -s service -- ca …` runs it. */
async function ca(given: readonly string[], input = `${PASSPHRASE}\n${PIN}\n`, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, 'ca', ...given], { env: { PATH: process.env['PATH'], ...env } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [words, code] = await Promise.all([text(child.stderr), ended]);
  return { words, code };
}

const PLACE = ['--url', 'http://ca.example.test', '--organisation', '示例认证中心'];
const read = (dir: string, name: string) => readFileSync(join(dir, name), 'utf8');

describe('a ceremony with keys in files', () => {
  it('founds a root and an issuing authority for RSA, P-256 and SM2, which OpenSSL accepts', {
    timeout: 120_000,
  }, async () => {
    const dir = join(folder, 'files');
    const { words, code } = await ca(['ceremony', '--dir', dir, ...PLACE]);
    expect(words).toMatch(/^完成：rsa, p256, sm2/);
    expect(code).toBe(0);
    for (const algorithm of ['rsa', 'p256', 'sm2']) {
      const [root, issuing, responder] = ['root', 'issuing', 'responder'].map((one) =>
        read(dir, `${algorithm}-${one}.pem`),
      );
      const files = { root: root ?? '', issuing: issuing ?? '', responder: responder ?? '' };
      const id = algorithm === 'sm2' ? ['-vfyopt', DISTID] : [];
      // OpenSSL hands the signer's id to the certificate that is asked for only, so a chain of SM2 goes link by link.
      if (algorithm === 'sm2') expect(sm2SignatureStands(fromPem(files.root), files.root)).toBe(true);
      else
        expect(says('openssl', files, ['verify', '-check_ss_sig', '-CAfile', '@root', '@root']).said).toContain(
          'root: OK',
        );
      const below = ['verify', '-x509_strict', ...id];
      expect(says('openssl', files, [...below, '-CAfile', '@root', '@issuing']).said).toContain('issuing: OK');
      const answering = [...below, '-purpose', 'ocsphelper', '-partial_chain', '-trusted', '@issuing', '@responder'];
      expect(says('openssl', files, answering).said).toContain('responder: OK');
    }
    const bits = openssl({ root: read(dir, 'rsa-root.pem') }, 'x509', '-in', '@root', '-noout', '-text').toString();
    expect(bits).toContain('Public-Key: (3072 bit)');
    const keys = readdirSync(dir).filter((name) => name.endsWith('.key'));
    expect(keys).toHaveLength(9);
    for (const key of keys) {
      expect(statSync(join(dir, key)).mode & 0o077).toBe(0);
      expect(read(dir, key)).not.toContain('PRIVATE KEY');
    }
  });

  it('is held once: keys are never written over', async () => {
    const dir = join(folder, 'once');
    expect((await ca(['ceremony', '--dir', dir, ...PLACE, '--algorithms', 'p256'])).code).toBe(0);
    const before = read(dir, 'p256-root.key');
    const again = await ca(['ceremony', '--dir', dir, ...PLACE, '--algorithms', 'p256']);
    expect(again.code).toBe(1);
    expect(again.words).toContain('已有签发机构');
    expect(read(dir, 'p256-root.key')).toBe(before);
  });

  it('is renewed: a new certificate for the same responder, and a list of a higher number', async () => {
    const dir = join(folder, 'renewed');
    await ca(['ceremony', '--dir', dir, ...PLACE, '--algorithms', 'p256']);
    const before = read(dir, 'p256-responder.pem');
    expect((await ca(['renew', '--dir', dir])).code).toBe(0);
    expect(read(dir, 'p256-responder.pem')).not.toBe(before);
    const list = openssl(
      { list: read(dir, 'p256-root-crl.pem') },
      'crl',
      '-in',
      '@list',
      '-noout',
      '-crlnumber',
    ).toString();
    expect(list.trim()).toMatch(/0?2$/);
    const opened = await openAuthorities(dir, { passphrase: PASSPHRASE });
    expect(opened.of.get('p256')?.rootCrl.length).toBeGreaterThan(100);
  });

  it('refuses a short passphrase, and what it cannot read', async () => {
    const short = await ca(['ceremony', '--dir', join(folder, 'short'), ...PLACE], 'short\n');
    expect(short.code).toBe(1);
    expect(short.words).toContain('12');
    expect((await ca(['ceremony', '--dir', 'x', '--url', 'https://ca.example.test', '--organisation', 'x'])).code).toBe(
      2,
    );
    expect((await ca(['renew', '--dir', join(folder, 'once')], 'another passphrase\n')).words).toContain('口令不对');
  });
});

describe('a ceremony with keys in a token (SoftHSM2)', () => {
  const home = join(folder, 'softhsm');
  const dir = join(folder, 'token');

  it('makes RSA and P-256 keys that never leave it; SM2 stays in a file', { timeout: 120_000 }, async () => {
    mkdirSync(join(home, 'tokens'), { recursive: true });
    const conf = join(home, 'softhsm2.conf');
    writeFileSync(conf, `directories.tokendir = ${join(home, 'tokens')}\n`);
    const env = { SOFTHSM2_CONF: conf };
    execFileSync(
      'softhsm2-util',
      ['--init-token', '--free', '--label', 'ceremony', '--so-pin', '12345678', '--pin', PIN],
      { env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' },
    );
    const { words, code } = await ca(
      ['ceremony', '--dir', dir, ...PLACE, '--token', 'ceremony', '--module', SOFTHSM],
      undefined,
      env,
    );
    expect(words).toContain('完成');
    expect(code).toBe(0);
    expect(
      readdirSync(dir)
        .filter((name) => name.endsWith('.key'))
        .sort(),
    ).toEqual(['sm2-issuing.key', 'sm2-responder.key', 'sm2-root.key']);
    for (const algorithm of ['rsa', 'p256']) {
      const files = { root: read(dir, `${algorithm}-root.pem`), issuing: read(dir, `${algorithm}-issuing.pem`) };
      expect(says('openssl', files, ['verify', '-x509_strict', '-CAfile', '@root', '@issuing']).said).toContain(
        'issuing: OK',
      );
    }
    process.env['SOFTHSM2_CONF'] = conf;
    const { of } = await openAuthorities(dir, { passphrase: PASSPHRASE, pin: PIN });
    const message = Buffer.from('to be signed');
    for (const { key, algorithm } of of.values()) {
      const signatures = await Promise.all([1, 2, 3, 4].map(() => key.sign(message)));
      for (const signature of signatures) expect(verifies({ algorithm, message, signature }, key.publicKey)).toBe(true);
    }
  });
});
