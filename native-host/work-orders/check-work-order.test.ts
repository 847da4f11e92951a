import { generateKeyPairSync, sign } from 'node:crypto';
import { WORK_ORDER_LIFETIME_S, WORK_ORDER_VERBS } from '@certbridge/shared/contract/work-order.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimsOf, type WorkOrderSigner, workOrderSigner } from '../testing/sign-work-order.ts';
import { createWorkOrderCheck } from './check-work-order.ts';
import { CLOCK_SKEW_S } from './order-time.ts';

const NOW_MS = Date.UTC(2026, 0, 1);
const NOW = NOW_MS / 1000;
const WANTED = { verb: 'pin.change', serial: 'A1' } as const;
let service: WorkOrderSigner;
let check: ReturnType<typeof createWorkOrderCheck>;

beforeAll(async () => {
  service = await workOrderSigner('test-1', () => NOW_MS);
  check = createWorkOrderCheck({ keys: service.keys, now: () => NOW_MS });
});

it('an order of the service, for this verb and now, gives its claims', async () => {
  expect(await check(await service.sign(WANTED), 'pin.change')).toEqual({
    ok: true,
    value: { ...claimsOf(WANTED, NOW_MS), jti: expect.stringMatching(/^[\w-]{36}$/) },
  });
});

it('without a pinned key every order of every verb is refused, and support learns why', async () => {
  const jws = await service.sign(WANTED);
  for (const keys of [undefined, { keys: [] }]) {
    const bare = createWorkOrderCheck({ keys, now: () => NOW_MS });
    for (const verb of WORK_ORDER_VERBS) {
      expect(await bare(jws, verb)).toEqual({
        ok: false,
        error: { code: 'WORK_ORDER_INVALID', support: 'no key pinned' },
      });
    }
  }
});

it('while the service changes its key, orders by the old and by the new one hold, by a third one not', async () => {
  const [next, stranger] = await Promise.all([workOrderSigner('test-2', () => NOW_MS), workOrderSigner('test-3')]);
  const both = createWorkOrderCheck({ keys: { keys: [service.publicKey, next.publicKey] }, now: () => NOW_MS });
  expect(await both(await service.sign(WANTED), 'pin.change')).toMatchObject({ ok: true });
  expect(await both(await next.sign(WANTED), 'pin.change')).toMatchObject({ ok: true });
  expect(await both(await stranger.sign(WANTED), 'pin.change')).toMatchObject({ error: { support: 'unknown key' } });
});

it('a pinned point that is not on the curve opens nothing', async () => {
  const broken = { ...service.publicKey, y: service.publicKey.x };
  const bad = createWorkOrderCheck({ keys: { keys: [broken] }, now: () => NOW_MS });
  expect(await bad(await service.sign(WANTED), 'pin.change')).toMatchObject({ error: { code: 'WORK_ORDER_INVALID' } });
});

it('another key that calls itself by a pinned name is refused', async () => {
  const forger = await workOrderSigner('test-1', () => NOW_MS);
  expect(await check(await forger.sign(WANTED), 'pin.change')).toMatchObject({
    error: { code: 'WORK_ORDER_INVALID', support: 'signature' },
  });
});

describe('the header', () => {
  it.each([
    ['another type', { typ: 'JWT' }],
    ['no type', { typ: undefined }],
    ['no key name', { kid: undefined }],
    ['a key of its own', { jwk: { kty: 'EC' } }],
    ['the address of a key', { jku: 'https://example.com/keys' }],
    ['a certificate of its own', { x5c: ['MIIB'] }],
    ['something critical that nobody knows', { crit: ['cn.certbridge.test'], 'cn.certbridge.test': 1 }],
    ['anything else', { extra: true }],
  ])('with %s is refused, even when it is signed by the service', async (_, header) => {
    const jws = await service.signRaw(claimsOf(WANTED, NOW_MS), header);
    expect(await check(jws, 'pin.change')).toMatchObject({ error: { code: 'WORK_ORDER_INVALID', support: 'header' } });
  });
});

describe('the claims', () => {
  it.each([['another'], [['certbridge-host']], [''], [null], [1]])('for the audience %o are not ours', async (aud) => {
    const jws = await service.signRaw({ ...claimsOf(WANTED, NOW_MS), aud });
    expect(await check(jws, 'pin.change')).toMatchObject({ error: { code: 'WORK_ORDER_OTHER_AUDIENCE' } });
  });

  it.each([
    ['a claim too many', { sub: 'x' }],
    ['a term too many', { terms: { rawSign: true } }],
    ['a verb that there is not', { verb: 'key.wipe' }],
    ['no serial', { serial: undefined }],
    ['an empty serial', { serial: '' }],
    ['a short jti', { jti: 'x' }],
    ['times as text', { exp: String(NOW + 60) }],
    ['no audience', { aud: undefined }],
  ])('with %s are refused', async (_, change) => {
    const jws = await service.signRaw({ ...claimsOf(WANTED, NOW_MS), ...change });
    expect(await check(jws, 'pin.change')).toMatchObject({ error: { code: 'WORK_ORDER_INVALID', support: 'claims' } });
  });

  it.each(['text', 7, null, []])('that are %o are refused', async (payload) => {
    expect(await check(await service.signRaw(payload), 'pin.change')).toMatchObject({
      error: { code: 'WORK_ORDER_INVALID' },
    });
  });

  it('for another verb are refused', async () => {
    expect(await check(await service.sign(WANTED), 'unlock.begin')).toEqual({
      ok: false,
      error: { code: 'WORK_ORDER_OTHER_VERB', support: 'pin.change' },
    });
  });

  it('without the terms of their verb are refused', async () => {
    const jws = await service.sign({ ...WANTED, verb: 'application.sign' });
    expect(await check(jws, 'application.sign')).toMatchObject({ error: { code: 'WORK_ORDER_TERMS' } });
  });
});

describe('the time', () => {
  const during = async (iat: number, exp: number) => check(await service.sign({ ...WANTED, iat, exp }), 'pin.change');

  it.each([
    ['at its beginning', NOW, NOW + 60],
    ['of its whole length', NOW - 1, NOW - 1 + WORK_ORDER_LIFETIME_S],
    ['on a clock that is a little late', NOW + CLOCK_SKEW_S, NOW + CLOCK_SKEW_S + 60],
    ['on a clock that is a little early', NOW - 100, NOW - CLOCK_SKEW_S + 1],
  ])('%s holds', async (_, iat, exp) => {
    expect(await during(iat, exp)).toMatchObject({ ok: true });
  });

  it.each([
    [NOW - 100, NOW - CLOCK_SKEW_S, 'exp'],
    [NOW + CLOCK_SKEW_S + 1, NOW + CLOCK_SKEW_S + 60, 'iat in the future'],
  ])('from %i to %i is over or has not come', async (iat, exp, support) => {
    expect(await during(iat, exp)).toEqual({ ok: false, error: { code: 'WORK_ORDER_EXPIRED', support } });
  });

  it.each([
    ['longer than any order lives', NOW, NOW + WORK_ORDER_LIFETIME_S + 1],
    ['that ends before it begins', NOW + 10, NOW],
  ])('%s is nobody’s clock, and no order of ours', async (_, iat, exp) => {
    expect(await during(iat, exp)).toEqual({
      ok: false,
      error: { code: 'WORK_ORDER_INVALID', support: 'lifetime' },
    });
  });
});

it('a signature by node:crypto, in the form of RFC 7518, is the same to the check', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const keys = { keys: [{ kty: 'EC', crv: 'P-256', x, y, kid: 'k' } as const] };
  const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = segment({ alg: 'ES256', kid: 'k', typ: 'certbridge-work-order+jwt' });
  const signed = `${header}.${segment(claimsOf(WANTED, NOW_MS))}`;
  const raw = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const der = sign('sha256', Buffer.from(signed), privateKey);
  const other = createWorkOrderCheck({ keys, now: () => NOW_MS });
  expect(await other(`${signed}.${raw.toString('base64url')}`, 'pin.change')).toMatchObject({ ok: true });
  expect(await other(`${signed}.${der.toString('base64url')}`, 'pin.change')).toMatchObject({ ok: false });
});
