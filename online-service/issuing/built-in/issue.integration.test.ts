import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { authorityOf } from '../algorithms.ts';
import { pem } from '../ceremony/pem.ts';
import { PROFILE_NAMES } from '../profiles/profile.ts';
import { issuedOf, issuingDesk, newKey, orderFor, UNIT } from '../testing/issuing-desk.ts';
import { DISTID, openssl, says } from '../testing/openssl.ts';
import { keyByOpenssl, requestByOpenssl } from '../testing/request-by-openssl.ts';
import { builtInAuthority } from './built-in-authority.ts';

const { tools } = await issuingDesk();
const authority = builtInAuthority(tools);
const ALGORITHMS = ['rsa-2048', 'p256', 'sm2'] as const;
const PERSON = { name: '欧阳小明', unitName: UNIT.name, department: '投标部', holderNumber: 'A1B2C3D4' };

/** OpenSSL gives the signer's id to the certificate that is asked for only, so a chain of SM2 is verified link by link. */
function verifications(algorithm: (typeof ALGORITHMS)[number]): string[][] {
  const leaf = ['-policy_check', '-CAfile', '@root', '-untrusted', '@issuing', '@leaf'];
  if (algorithm !== 'sm2') return [leaf];
  const id = ['-vfyopt', DISTID];
  return [
    [...id, '-partial_chain', '-trusted', '@issuing', '@leaf'],
    [...id, '-CAfile', '@root', '@issuing'],
  ];
}

function chainFiles(chain: readonly Buffer[]) {
  const [leaf = Buffer.alloc(0), issuing = Buffer.alloc(0), root = Buffer.alloc(0)] = chain.map((der) =>
    Buffer.from(pem('CERTIFICATE', der)),
  );
  return { leaf, issuing, root, whole: Buffer.concat([leaf, issuing, root]) };
}

describe.each(ALGORITHMS)('a certificate for %s', (algorithm) => {
  it.each([
    ['sign', 'unit', UNIT],
    ['encrypt', 'unit', UNIT],
    ['sign', 'person', PERSON],
    ['sign', 'staff', PERSON],
    ['sign', 'hosted', UNIT],
  ] as const)('to %s, for a %s, is accepted by other implementations', async (use, profile, holder) => {
    const key = newKey(algorithm);
    const { chain } = issuedOf(await authority.issue(orderFor(key, use, { profile, holder })));
    const files = chainFiles(chain);
    for (const words of verifications(algorithm)) {
      expect(says('openssl', files, ['verify', '-x509_strict', ...words]).said).toMatch(/(leaf|issuing): OK/);
    }
    expect(openssl(files, 'x509', '-in', '@leaf', '-noout', '-pubkey').toString()).toBe(
      openssl({ key: key.pem }, 'pkey', '-in', '@key', '-pubout').toString(),
    );
    if (algorithm !== 'sm2') {
      const judged = says('certtool', files, ['--verify', '--load-ca-certificate', '@root', '--infile', '@whole']);
      expect(judged.said).toMatch(/Chain verification output: Verified\./);
      expect(judged.ended).toBe(0);
    }
  });
});

it('names a unit as Chinese authorities do: O and CN in UTF-8, its credit code as OU', async () => {
  const { chain } = issuedOf(await authority.issue(orderFor(newKey('p256'), 'sign')));
  const options = ['-noout', '-subject', '-nameopt', 'utf8,sep_multiline,show_type'];
  const said = openssl(chainFiles(chain), 'x509', '-in', '@leaf', ...options).toString();
  expect(said).toContain(`O=UTF8STRING:${UNIT.name}`);
  expect(said).toContain(`OU=UTF8STRING:${UNIT.creditCode}`);
  expect(said).toContain(`CN=UTF8STRING:${UNIT.name}`);
  expect(said).toContain('C=PRINTABLESTRING:CN');
});

it('gives each a positive serial number of 20 octets', async () => {
  const serials = await Promise.all(
    [1, 2, 3].map(async () => issuedOf(await authority.issue(orderFor(newKey('p256'), 'sign'))).serialNumber),
  );
  for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9a-f]{39}$/);
  expect(new Set(serials).size).toBe(3);
});

describe('one order and one key have one certificate', () => {
  it('asked again, also with a request that was signed anew, it is the same', async () => {
    const key = newKey('p256');
    const order = orderFor(key, 'sign');
    const first = issuedOf(await authority.issue(order));
    const again = { ...order, key: { kind: 'request' as const, request: requestByOpenssl(key) } };
    expect(issuedOf(await authority.issue(again))).toEqual(first);
  });

  it('asked by many at once, one signs and the others get that one or are told to wait', async () => {
    const order = orderFor(newKey('p256'), 'sign');
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => authority.issue(order)));
    const serials = outcomes.flatMap((one) => (one.outcome === 'issued' ? [one.serialNumber] : []));
    expect(new Set(serials).size).toBe(1);
    expect(outcomes.every(({ outcome }) => outcome !== 'refused')).toBe(true);
  });

  it('another key for the same order is refused until the first is revoked', async () => {
    const order = orderFor(newKey('p256'), 'sign');
    const { serialNumber } = issuedOf(await authority.issue(order));
    const other = orderFor(newKey('p256'), 'sign', { orderId: order.orderId });
    expect(await authority.issue(other)).toEqual({ outcome: 'refused', why: 'order-has-certificate' });
    expect(await authority.revoke({ serialNumber, reason: 'superseded' })).toBe('revoked');
    expect((await authority.issue(other)).outcome).toBe('issued');
    expect(await authority.issue(order)).toEqual({ outcome: 'refused', why: 'revoked' });
  });

  it('a key that another order has, or for another use, is refused', async () => {
    const key = newKey('p256');
    const order = orderFor(key, 'sign');
    issuedOf(await authority.issue(order));
    expect(await authority.issue({ ...order, orderId: randomUUID() })).toEqual({ outcome: 'refused', why: 'key-seen' });
    expect(await authority.issue({ ...order, use: 'encrypt' })).toEqual({ outcome: 'refused', why: 'key-seen' });
  });

  it("the authority's own key is refused", async () => {
    const own = tools.authorities.of.get('p256')?.key.publicKey ?? Buffer.alloc(0);
    const order = orderFor(newKey('p256'), 'encrypt', { key: { kind: 'key-management', publicKey: own } });
    expect(await authority.issue(order)).toEqual({ outcome: 'refused', why: 'key-seen' });
  });
});

describe('what is not issued', () => {
  it('without proof of possession, of a weak key, or of an algorithm that has no authority', async () => {
    const broken = orderFor(newKey('p256'), 'sign', { key: { kind: 'request', request: Buffer.from('3000', 'hex') } });
    expect(await authority.issue(broken)).toEqual({ outcome: 'refused', why: 'malformed' });
    const short = keyByOpenssl('rsa-2048', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024']);
    expect(await authority.issue(orderFor(short, 'sign'))).toEqual({ outcome: 'refused', why: 'key-strength' });
    const none = builtInAuthority({ ...tools, authorities: { ...tools.authorities, of: new Map() } });
    expect(await none.issue(orderFor(newKey('p256'), 'sign'))).toEqual({ outcome: 'refused', why: 'no-authority' });
  });

  it.each(PROFILE_NAMES)('a %s without the name that the profile wants', async (profile) => {
    const outcome = await authority.issue(orderFor(newKey('p256'), 'sign', { profile, holder: { name: '' } }));
    expect(outcome).toEqual({ outcome: 'refused', why: 'name' });
  });

  it('what would outlive the authority, or lasts longer than the profile allows', async () => {
    const until = new Date('2080-06-01T15:59:59Z');
    const outcome = await authority.issue(orderFor(newKey('p256'), 'sign', { validity: { from: tools.now(), until } }));
    expect(outcome).toEqual({
      outcome: 'refused',
      why: 'lint',
      rules: expect.arrayContaining(['validity-length', 'validity-within-issuer']),
    });
  });
});

it('knows the authority by which each algorithm is certified', () => {
  expect(ALGORITHMS.map(authorityOf)).toEqual(['rsa', 'p256', 'sm2']);
});
