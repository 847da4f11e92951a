import { describe, expect, it } from 'vitest';
import { builtInAuthority } from '../built-in/built-in-authority.ts';
import { pem } from '../ceremony/pem.ts';
import { LOOK_AGAIN_AFTER_MS } from '../ocsp/answer-cache.ts';
import { signAnswers } from '../ocsp/sign-answers.ts';
import type { Authority } from '../open-authorities.ts';
import { publicPapers } from '../public-papers.ts';
import { issuedOf, issuingDesk, newKey, orderFor } from '../testing/issuing-desk.ts';
import { openssl, opensslWrites, says } from '../testing/openssl.ts';
import { basicReplyOf, sm2SignatureStands } from '../testing/signature-by-openssl.ts';
import { publishLists } from './publish-lists.ts';

const { tools, clock, db } = await issuingDesk();
const authority = builtInAuthority(tools);
const papers = publicPapers(tools);
const ALGORITHMS = [
  ['rsa-2048', 'rsa'],
  ['p256', 'p256'],
  ['sm2', 'sm2'],
] as const;
/** Small enough for the tools' own clock, which they judge by. */
const A_MOMENT_MS = LOOK_AGAIN_AFTER_MS;

function desk(name: string): Authority {
  const found = papers.authority(name);
  if (!found) throw new Error('no authority');
  return found;
}

async function issueFor(algorithm: (typeof ALGORITHMS)[number][0]) {
  return issuedOf(await authority.issue(orderFor(newKey(algorithm), 'sign')));
}

async function crl(name: string): Promise<Buffer> {
  const list = await papers.crl(name);
  if (!list) throw new Error('no list');
  return Buffer.from(pem('X509 CRL', list));
}

const textOf = (list: Buffer) => openssl({ list }, 'crl', '-in', '@list', '-noout', '-text').toString();

describe.each(ALGORITHMS)('revocation lists for %s', (algorithm, name) => {
  it('are published on schedule, and again as soon as something is revoked; OpenSSL judges by them', async () => {
    const { chain, serialNumber } = await issueFor(algorithm);
    const other = await issueFor(algorithm);
    await publishLists(tools).run();
    const before = textOf(await crl(`${name}.crl`));
    expect(before).not.toContain(serialNumber.toUpperCase());
    const again = await publishLists(tools).run();
    expect(again.done).toBe(0);
    expect(await authority.revoke({ serialNumber, reason: 'keyCompromise' })).toBe('revoked');
    expect(await authority.revoke({ serialNumber, reason: 'superseded' })).toBe('revoked-before');
    await publishLists(tools).run();
    const [full, delta] = [await crl(`${name}.crl`), await crl(`${name}-delta.crl`)];
    expect(textOf(full)).toContain(serialNumber.toUpperCase());
    expect(textOf(full)).toContain('Key Compromise');
    expect(textOf(delta)).toContain(serialNumber.toUpperCase());
    expect(textOf(delta)).toMatch(/Delta CRL Indicator: critical\s+\d+/);
    const files = {
      full,
      issuing: pem('CERTIFICATE', desk(name).certificate),
      revoked: pem('CERTIFICATE', chain[0] ?? full),
      good: pem('CERTIFICATE', other.chain[0] ?? full),
    };
    if (algorithm === 'sm2') {
      for (const list of [`${name}.crl`, `${name}-delta.crl`]) {
        expect(sm2SignatureStands((await papers.crl(list)) ?? full, files.issuing)).toBe(true);
      }
      return;
    }
    expect(says('openssl', files, ['crl', '-in', '@full', '-CAfile', '@issuing', '-noout']).said).toContain(
      'verify OK',
    );
    const verify = ['verify', '-crl_check', '-partial_chain', '-trusted', '@issuing', '-CRLfile', '@full'];
    expect(says('openssl', files, [...verify, '@revoked']).said).toContain('certificate revoked');
    expect(says('openssl', files, [...verify, '@good']).said).toContain('good: OK');
  });
});

it.each([
  ['rsa-2048', 'rsa'],
  ['p256', 'p256'],
] as const)('the root of %s has its list too, and the whole chain is checked against both', async (algorithm, name) => {
  const { chain } = await issueFor(algorithm);
  await publishLists(tools).run();
  const [leaf = Buffer.alloc(0), issuing = Buffer.alloc(0), root = Buffer.alloc(0)] = chain.map((der) =>
    Buffer.from(pem('CERTIFICATE', der)),
  );
  const lists = Buffer.concat([await crl(`${name}.crl`), await crl(`${name}-root.crl`)]);
  const words = [
    'verify',
    '-crl_check_all',
    '-x509_strict',
    '-CAfile',
    '@root',
    '-untrusted',
    '@issuing',
    '-CRLfile',
    '@lists',
    '@leaf',
  ];
  expect(says('openssl', { leaf, issuing, root, lists }, words).said).toContain('leaf: OK');
});

it("a delta holds what came since the day's list, and its number goes on", async () => {
  const numberOf = (text: string) => Number(/X509v3 CRL Number:\s+(\d+)/.exec(text)?.[1]);
  await publishLists(tools).run();
  const first = numberOf(textOf(await crl('p256.crl')));
  const { serialNumber } = await issueFor('p256');
  await authority.revoke({ serialNumber, reason: 'superseded' });
  await publishLists(tools).run();
  const [full, delta] = [textOf(await crl('p256.crl')), textOf(await crl('p256-delta.crl'))];
  expect(numberOf(full)).toBe(first + 1);
  expect(numberOf(delta)).toBe(first + 1);
  clock.now = new Date(clock.now.getTime() + 86_400_000);
  await publishLists(tools).run();
  expect(numberOf(textOf(await crl('p256.crl')))).toBe(first + 2);
  clock.now = new Date(clock.now.getTime() + 86_400_000);
  await publishLists(tools).run();
  expect(textOf(await crl('p256-delta.crl'))).not.toContain(serialNumber.toUpperCase());
  expect(textOf(await crl('p256.crl'))).toContain(serialNumber.toUpperCase());
  clock.now = new Date(clock.now.getTime() - 2 * 86_400_000);
});

it('OpenSSL finds by the base list and its delta what was revoked in between', async () => {
  const { chain, serialNumber } = await issueFor('p256');
  clock.now = new Date(clock.now.getTime() + 3 * 86_400_000);
  await publishLists(tools).run();
  const base = await crl('p256.crl');
  await authority.revoke({ serialNumber, reason: 'superseded' });
  await publishLists(tools).run();
  const lists = Buffer.concat([base, await crl('p256-delta.crl')]);
  const [leaf = base, issuing = base] = chain.map((der) => Buffer.from(pem('CERTIFICATE', der)));
  const at = ['-attime', String(clock.now.getTime() / 1_000 + 1)];
  const words = [
    'verify',
    '-crl_check',
    '-extended_crl',
    ...at,
    '-partial_chain',
    '-trusted',
    '@issuing',
    '-CRLfile',
    '@lists',
  ];
  clock.now = new Date(clock.now.getTime() - 3 * 86_400_000);
  expect(says('openssl', { leaf, issuing, lists }, [...words, '@leaf']).said).toContain('leaf: OK');
  expect(says('openssl', { leaf, issuing, lists }, [...words, '-use_deltas', '@leaf']).said).toContain(
    'certificate revoked',
  );
});

it('two processes that publish at once give out one list of each number, and no revocation is left out', async () => {
  const { serialNumber } = await issueFor('p256');
  await authority.revoke({ serialNumber, reason: 'superseded' });
  await Promise.all([publishLists(tools).run(), publishLists(tools).run(), publishLists(tools).run()]);
  expect(textOf(await crl('p256.crl'))).toContain(serialNumber.toUpperCase());
  const rows = await db.selectFrom('revocation_list').select('number').where('authority', '=', 'p256').execute();
  expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
});

describe.each(ALGORITHMS)('the state of a certificate for %s', (algorithm, name) => {
  const files = (leaf: Buffer) => ({
    leaf: pem('CERTIFICATE', leaf),
    issuing: pem('CERTIFICATE', desk(name).certificate),
    root: pem('CERTIFICATE', desk(name).root),
  });
  const ask = async (leaf: Buffer, options: readonly string[] = ['-no_nonce']) => {
    const request = opensslWrites(
      files(leaf),
      'ocsp',
      '-issuer',
      '@issuing',
      '-cert',
      '@leaf',
      ...options,
      '-reqout',
      '@out',
    );
    const { reply, keep } = await papers.answerOcsp(desk(name), request);
    const words = [
      'ocsp',
      '-issuer',
      '@issuing',
      '-cert',
      '@leaf',
      '-reqin',
      '@request',
      '-respin',
      '@reply',
      // Its own nonce would take the place of the one that stands in the request.
      '-no_nonce',
      '-no_nonce',
      '-CAfile',
      '@root',
    ];
    // The command cannot be told the signer's id: for SM2 it reads, and another of its commands verifies.
    const judged = algorithm === 'sm2' ? ['-noverify'] : ['-verify_other', '@issuing'];
    const { said } = says('openssl', { ...files(leaf), request, reply }, [...words, ...judged]);
    return { said, keep, reply };
  };

  it('is good, and revoked from the moment of the revocation on', async () => {
    const { chain, serialNumber } = await issueFor(algorithm);
    const leaf = chain[0] ?? Buffer.alloc(0);
    await signAnswers(tools).run();
    const good = await ask(leaf);
    expect(good.said).toContain('leaf: good');
    if (algorithm !== 'sm2') expect(good.said).toContain('Response verify OK');
    else {
      const responder = pem('CERTIFICATE', desk(name).responder.certificate);
      expect(sm2SignatureStands(basicReplyOf(good.reply), responder)).toBe(true);
    }
    expect(good.keep?.until).toBeInstanceOf(Date);
    await authority.revoke({ serialNumber, reason: 'cessationOfOperation' });
    clock.now = new Date(clock.now.getTime() + A_MOMENT_MS);
    const revoked = await ask(leaf);
    clock.now = new Date(clock.now.getTime() - A_MOMENT_MS);
    expect(revoked.said).toMatch(/leaf: revoked/);
    expect(revoked.said).toContain('cessationOfOperation');
  });

  it('is answered with the nonce of the request, and that answer is nobody else’s', async () => {
    const { chain } = await issueFor(algorithm);
    const { said, keep } = await ask(chain[0] ?? Buffer.alloc(0), ['-nonce']);
    expect(said).toContain('leaf: good');
    expect(said).not.toContain('no nonce in response');
    expect(keep).toBeUndefined();
  });

  it('may be asked for by SHA-256 as well', async () => {
    const { chain } = await issueFor(algorithm);
    const request = opensslWrites(
      files(chain[0] ?? Buffer.alloc(0)),
      'ocsp',
      '-sha256',
      '-issuer',
      '@issuing',
      '-cert',
      '@leaf',
      '-no_nonce',
      '-reqout',
      '@out',
    );
    const { reply } = await papers.answerOcsp(desk(name), request);
    const text = openssl({ reply }, 'ocsp', '-respin', '@reply', '-noverify', '-resp_text').toString();
    expect(text).toContain('Cert Status: good');
    expect(text).toContain('Hash Algorithm: sha256');
  });
});

describe('what is asked otherwise', () => {
  const answerTo = async (request: Uint8Array) => {
    const { reply } = await papers.answerOcsp(desk('p256'), request);
    return says('openssl', { reply }, ['ocsp', '-respin', '@reply', '-noverify', '-resp_text']).said;
  };

  it('a number that was never issued is unknown', async () => {
    const issuing = pem('CERTIFICATE', desk('p256').certificate);
    const request = opensslWrites(
      { issuing },
      'ocsp',
      '-issuer',
      '@issuing',
      '-serial',
      '0x1234',
      '-no_nonce',
      '-reqout',
      '@out',
    );
    expect(await answerTo(request)).toContain('Cert Status: unknown');
  });

  it("another authority's certificate is none of this one's business", async () => {
    const issuing = pem('CERTIFICATE', desk('rsa').certificate);
    const request = opensslWrites(
      { issuing },
      'ocsp',
      '-issuer',
      '@issuing',
      '-serial',
      '0x1234',
      '-no_nonce',
      '-reqout',
      '@out',
    );
    expect(await answerTo(request)).toContain('unauthorized');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no request', Buffer.from('3003020100', 'hex')],
    ['more than a request can be', Buffer.alloc(5000)],
  ])('%s is malformed', async (_what, request) => {
    expect(await answerTo(request)).toContain('malformedrequest');
  });
});
