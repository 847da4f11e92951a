import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import pkcs11js from 'pkcs11js';
import type { ProbedSm2, ProbeRequest } from './probe-report.ts';
import { attempt, NotValid, type ProbingSession } from './probing-session.ts';
import { sm2FormOf } from './sm2-form.ts';

const DATA = Buffer.alloc(32, 0x5a);
const P256 = Buffer.from('06082a8648ce3d030107', 'hex');
/** 1.2.156.10197.1.301 */
const SM2_CURVE = Buffer.from('06082a811ccf5501822d', 'hex');

type Sm2Numbers = NonNullable<ProbeRequest['write']>['sm2'][number];

export function tryRsa(session: ProbingSession): void {
  const publicTemplate = [
    { type: pkcs11js.CKA_MODULUS_BITS, value: 2048 },
    { type: pkcs11js.CKA_PUBLIC_EXPONENT, value: Buffer.from([1, 0, 1]) },
  ];
  const wanted = { name: 'rsa-2048', mechanism: pkcs11js.CKM_RSA_PKCS_KEY_PAIR_GEN, publicTemplate };
  session.withPair(wanted, ({ publicKey, privateKey }) => {
    const n = session.attribute(publicKey, pkcs11js.CKA_MODULUS).toString('base64url');
    attempt(session.steps, 'sign rsa-pkcs1-sha256', () => {
      const signature = session.sign(privateKey, pkcs11js.CKM_SHA256_RSA_PKCS, DATA);
      if (!verify('sha256', DATA, publicKeyOf({ kty: 'RSA', n, e: 'AQAB' }), signature)) throw new NotValid();
    });
  });
}

export function tryP256(session: ProbingSession): void {
  const publicTemplate = [{ type: pkcs11js.CKA_EC_PARAMS, value: P256 }];
  const wanted = { name: 'p256', mechanism: pkcs11js.CKM_EC_KEY_PAIR_GEN, publicTemplate };
  session.withPair(wanted, ({ publicKey, privateKey }) => {
    const point = session.point(publicKey);
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
    attempt(session.steps, 'sign ecdsa-p256-sha256', () => {
      const digest = createHash('sha256').update(DATA).digest();
      const signature = session.sign(privateKey, pkcs11js.CKM_ECDSA, digest);
      const key = publicKeyOf({ kty: 'EC', crv: 'P-256', x, y });
      if (!verify('sha256', DATA, { key, dsaEncoding: 'ieee-p1363' }, signature)) throw new NotValid();
    });
  });
}

/** By the first numbers that the token knows: each of its vendor's signing mechanisms is tried on one pair. */
export function trySm2(session: ProbingSession, slot: Buffer, families: readonly Sm2Numbers[]): ProbedSm2 | undefined {
  const mechanisms = session.library.C_GetMechanismList(slot);
  const numbers = families.find(({ generate }) => mechanisms.includes(generate));
  if (!numbers) return undefined;
  const signing = mechanisms.filter(
    (mechanism) =>
      mechanism >= pkcs11js.CKM_VENDOR_DEFINED &&
      (session.library.C_GetMechanismInfo(slot, mechanism).flags & pkcs11js.CKF_SIGN) !== 0,
  );
  const publicTemplate = [
    { type: pkcs11js.CKA_KEY_TYPE, value: numbers.keyType },
    { type: pkcs11js.CKA_EC_PARAMS, value: SM2_CURVE },
  ];
  const found: ProbedSm2[] = [];
  session.withPair({ name: 'sm2', mechanism: numbers.generate, publicTemplate }, ({ publicKey, privateKey }) => {
    const point = session.point(publicKey);
    for (const mechanism of signing) {
      const form = attempt(session.steps, `sign sm2 0x${mechanism.toString(16)}`, () => {
        const signature = session.sign(privateKey, mechanism, DATA);
        const fitting = sm2FormOf({ data: DATA, signature, point });
        if (!fitting) throw new NotValid();
        return fitting;
      });
      if (form) found.push({ ...numbers, mechanism, ...form });
    }
  });
  // A digest can always be what the standard asks for; a message only where the token puts Z before it.
  return found.find(({ takes }) => takes === 'digest') ?? found.find(({ addsZ }) => addsZ) ?? found[0];
}

function publicKeyOf(key: JsonWebKey) {
  return createPublicKey({ key, format: 'jwk' });
}
