import { createHmac, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { claimsOf, type WorkOrderSigner, workOrderSigner } from '../testing/sign-work-order.ts';
import { createWorkOrderCheck } from './check-work-order.ts';

const NOW_MS = Date.UTC(2026, 0, 1);
const WANTED = { verb: 'pin.change', serial: 'A1' } as const;
const RUNS = 20_000;

let service: WorkOrderSigner;
let check: ReturnType<typeof createWorkOrderCheck>;
/** Two orders that hold, so that parts of one can be put into the other. */
let orders: readonly [string, string];

beforeAll(async () => {
  service = await workOrderSigner('test-1', () => NOW_MS);
  check = createWorkOrderCheck({ keys: service.keys, now: () => NOW_MS });
  orders = [await service.sign(WANTED), await service.sign({ ...WANTED, serial: 'B2' })];
});

const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = (jws: string) => jws.split('.') as [string, string, string];
const claims = () => ({ ...claimsOf(WANTED, NOW_MS), jti: 'x'.repeat(20) });
const header = (change: object) => segment({ ...JSON.parse(text(parts(orders[0])[0])), ...change });
const text = (encoded: string) => Buffer.from(encoded, 'base64url').toString();

const position = fc.double({ min: 0, max: 0.999999, noNaN: true });
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What somebody would try who has seen genuine orders and the public key. */
const attacks: fc.Arbitrary<() => string> = fc.oneof(
  // One bit of one part, after decoding.
  fc.tuple(fc.nat(2), position, fc.nat(7)).map(([part, at, bit]) => () => {
    const whole = parts(orders[0]);
    const bytes = Buffer.from(whole[part as 0 | 1 | 2], 'base64url');
    const index = Math.floor(at * bytes.length);
    bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
    whole[part as 0 | 1 | 2] = bytes.toString('base64url');
    return whole.join('.');
  }),
  // One character as it travels: spare bits at the end of a part count too.
  fc.tuple(position, fc.constantFrom(...ALPHABET, '=', '.', '+', '/', ' ', '%', '中')).map(([at, other]) => () => {
    const jws = orders[0];
    const index = Math.floor(at * jws.length);
    return jws[index] === other ? `${jws}A` : jws.slice(0, index) + other + jws.slice(index + 1);
  }),
  // Cut, doubled, lengthened.
  position.map((at) => () => orders[0].slice(0, Math.floor(at * orders[0].length))),
  fc.string({ minLength: 1, maxLength: 40 }).map((more) => () => `${orders[0]}${more}`),
  fc.integer({ min: 1, max: 200_000 }).map((size) => () => `${orders[0]}${'A'.repeat(size)}`),
  // Parts of two genuine orders, put together wrongly.
  fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)).map((picks) => () => {
    const pool = [...parts(orders[0]), ...parts(orders[1])];
    const jws = picks.map((pick) => pool[pick]).join('.');
    return orders.includes(jws) ? `${jws}.` : jws;
  }),
  // Other algorithms.
  fc.constantFrom('none', 'None', 'NONE', 'HS256', 'RS256', 'ES384', 'EdDSA', 'ES256K', '').map((alg) => () => {
    const [, , signature] = parts(orders[0]);
    return `${header({ alg })}.${segment(claims())}.${alg.toLowerCase() === 'none' ? '' : signature}`;
  }),
  // The public key taken as the secret of an HMAC.
  fc.constantFrom('jwk', 'pem', 'der', 'x').map((form) => () => {
    const { x, y, kty, crv } = service.publicKey;
    const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    const secret = {
      jwk: JSON.stringify(service.publicKey),
      pem: key.export({ format: 'pem', type: 'spki' }),
      der: key.export({ format: 'der', type: 'spki' }),
      x: Buffer.from(x, 'base64url'),
    }[form];
    const signed = `${header({ alg: 'HS256' })}.${segment(claims())}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }),
  // Claims of the attacker's own, under a genuine signature.
  fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue(), { minKeys: 1, maxKeys: 4 }).map((more) => () => {
    const [first, , signature] = parts(orders[0]);
    return `${first}.${segment({ ...claims(), ...more })}.${signature}`;
  }),
  // Headers of the attacker's own.
  fc
    .dictionary(fc.constantFrom('jwk', 'jku', 'x5c', 'x5u', 'kid', 'crit', 'b64', 'zip', 'typ'), fc.jsonValue(), {
      minKeys: 1,
    })
    .map((more) => () => {
      const [, payload, signature] = parts(orders[0]);
      return `${header({ ...more, forged: 1 })}.${payload}.${signature}`;
    }),
  fc.string({ maxLength: 300, unit: 'binary' }).map((anything) => () => anything),
  fc
    .array(fc.string({ maxLength: 60, unit: fc.constantFrom(...ALPHABET) }), { maxLength: 6 })
    .map((segments) => () => segments.join('.')),
  // r and s that a careless verifier takes for a signature (CVE-2022-21449).
  fc.constantFrom(0, 255).map((byte) => () => {
    const [first, payload] = parts(orders[0]);
    return `${first}.${payload}.${Buffer.alloc(64, byte).toString('base64url')}`;
  }),
);

it('the orders that are mutated below would pass as they are', async () => {
  for (const order of orders) expect(await check(order, 'pin.change')).toMatchObject({ ok: true });
});

it(`of ${RUNS} mutated orders none passes, and none breaks the check`, async () => {
  await fc.assert(
    fc.asyncProperty(attacks, async (attack) => {
      const result = await check(attack(), 'pin.change');
      expect(result.ok).toBe(false);
    }),
    { numRuns: RUNS },
  );
}, 120_000);
