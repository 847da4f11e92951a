import { createHmac, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import type { WorkOrderKey } from '../config/work-order-keys.ts';

/** What an attacker has: genuine orders on their way, claims that he would like to be true, and the public key. */
export interface KnownOrders {
  /** Two, so that parts of one can be put into the other. */
  readonly orders: readonly [string, string];
  readonly claims: object;
  readonly publicKey: WorkOrderKey;
}

/** A forgery: never one of the orders themselves. */
export type OrderAttack = (known: KnownOrders) => string;

type Parts = [string, string, string];

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const position = fc.double({ min: 0, max: 0.999999, noNaN: true });

const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = (jws: string) => jws.split('.') as Parts;
const headerLike = (jws: string, change: object) =>
  segment({ ...JSON.parse(Buffer.from(parts(jws)[0], 'base64url').toString()), ...change });

/** What somebody would try who has seen genuine orders and the public key. */
export const orderAttacks: fc.Arbitrary<OrderAttack> = fc.oneof(
  // One bit of one part, after decoding.
  fc.tuple(fc.nat(2), position, fc.nat(7)).map(([part, at, bit]) => ({ orders }: KnownOrders) => {
    const whole = parts(orders[0]);
    const bytes = Buffer.from(whole[part as 0 | 1 | 2], 'base64url');
    const index = Math.floor(at * bytes.length);
    bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
    whole[part as 0 | 1 | 2] = bytes.toString('base64url');
    return whole.join('.');
  }),
  // One character as it travels: spare bits at the end of a part count too.
  fc
    .tuple(position, fc.constantFrom(...ALPHABET, '=', '.', '+', '/', ' ', '%', '中'))
    .map(([at, other]) => ({ orders: [jws] }: KnownOrders) => {
      const index = Math.floor(at * jws.length);
      return jws[index] === other ? `${jws}A` : jws.slice(0, index) + other + jws.slice(index + 1);
    }),
  // Cut, doubled, lengthened.
  position.map(
    (at) =>
      ({ orders: [jws] }: KnownOrders) =>
        jws.slice(0, Math.floor(at * jws.length)),
  ),
  fc.string({ minLength: 1, maxLength: 40 }).map(
    (more) =>
      ({ orders }: KnownOrders) =>
        `${orders[0]}${more}`,
  ),
  fc.integer({ min: 1, max: 200_000 }).map(
    (size) =>
      ({ orders }: KnownOrders) =>
        `${orders[0]}${'A'.repeat(size)}`,
  ),
  // Parts of two genuine orders, put together wrongly.
  fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)).map((picks) => ({ orders }: KnownOrders) => {
    const pool = [...parts(orders[0]), ...parts(orders[1])];
    const jws = picks.map((pick) => pool[pick]).join('.');
    return orders.includes(jws) ? `${jws}.` : jws;
  }),
  // Other algorithms.
  fc
    .constantFrom('none', 'None', 'NONE', 'HS256', 'RS256', 'ES384', 'EdDSA', 'ES256K', '')
    .map((alg) => ({ orders: [jws], claims }: KnownOrders) => {
      const signature = alg.toLowerCase() === 'none' ? '' : parts(jws)[2];
      return `${headerLike(jws, { alg })}.${segment(claims)}.${signature}`;
    }),
  // The public key taken as the secret of an HMAC.
  fc.constantFrom('jwk', 'pem', 'der', 'x').map((form) => ({ orders: [jws], claims, publicKey }: KnownOrders) => {
    const { x, y, kty, crv } = publicKey;
    const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    const secret = {
      jwk: () => JSON.stringify(publicKey),
      pem: () => key.export({ format: 'pem', type: 'spki' }),
      der: () => key.export({ format: 'der', type: 'spki' }),
      x: () => Buffer.from(x, 'base64url'),
    }[form]();
    const signed = `${headerLike(jws, { alg: 'HS256' })}.${segment(claims)}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }),
  // Claims of the attacker's own, under a genuine signature.
  fc
    .dictionary(fc.string({ maxLength: 12 }), fc.jsonValue(), { minKeys: 1, maxKeys: 4 })
    .map((more) => ({ orders: [jws], claims }: KnownOrders) => {
      const [first, , signature] = parts(jws);
      return `${first}.${segment({ ...claims, ...more })}.${signature}`;
    }),
  // Headers of the attacker's own.
  fc
    .dictionary(fc.constantFrom('jwk', 'jku', 'x5c', 'x5u', 'kid', 'crit', 'b64', 'zip', 'typ'), fc.jsonValue(), {
      minKeys: 1,
    })
    .map((more) => ({ orders: [jws] }: KnownOrders) => {
      const [, payload, signature] = parts(jws);
      return `${headerLike(jws, { ...more, forged: 1 })}.${payload}.${signature}`;
    }),
  fc.string({ maxLength: 300, unit: 'binary' }).map((anything) => () => anything),
  fc
    .array(fc.string({ maxLength: 60, unit: fc.constantFrom(...ALPHABET) }), { maxLength: 6 })
    .map((segments) => () => segments.join('.')),
  // r and s that a careless verifier takes for a signature (CVE-2022-21449).
  fc.constantFrom(0, 255).map((byte) => ({ orders: [jws] }: KnownOrders) => {
    const [first, payload] = parts(jws);
    return `${first}.${payload}.${Buffer.alloc(64, byte).toString('base64url')}`;
  }),
);
