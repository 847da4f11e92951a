import { SIGNATURE_FORMS } from '@certbridge/shared/contract/work-order.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePublicKey } from './public-key/public-key.ts';
import { signatureToDer } from './signature-value.ts';
import { SIGNERS } from './testing/all-forms.ts';
import { GMT_0003_5 } from './testing/sm2-vectors.ts';
import { verifySignature } from './verify-signature.ts';

const message = Buffer.from('投标申请');

describe.each(SIGNATURE_FORMS)('%s', (form) => {
  const { publicKey, sign } = SIGNERS[form];

  it('verifies what its key signed, and nothing else', async () => {
    const signature = await sign(message);
    expect(verifySignature({ form, publicKey, message, signature })).toBe(true);
    expect(verifySignature({ form, publicKey, message: Buffer.from('投标申情'), signature })).toBe(false);
  });

  it('is not verified as another form, or by another key', async () => {
    const signature = await sign(message);
    for (const other of SIGNATURE_FORMS.filter((candidate) => candidate !== form)) {
      expect(verifySignature({ form: other, publicKey, message, signature })).toBe(false);
      expect(verifySignature({ form, publicKey: SIGNERS[other].publicKey, message, signature })).toBe(false);
    }
  });

  it('does not verify a damaged signature, and never throws', async () => {
    const signature = Buffer.from(await sign(message));
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(signature);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(verifySignature({ form, publicKey, message, signature: damaged })).toBe(false);
      }),
      { numRuns: 40 },
    );
    for (const length of [0, 1, 64, 256, 5000]) {
      expect(verifySignature({ form, publicKey, message, signature: Buffer.alloc(length) })).toBe(false);
    }
    expect(verifySignature({ form, publicKey: Buffer.alloc(10), message, signature })).toBe(false);
  });
});

describe('published signatures verify', () => {
  const hex = (text: string) => Buffer.from(text, 'hex');

  it('RFC 6979 appendix A.2.5: P-256, SHA-256, "sample"', () => {
    const point = hex(
      '0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6' +
        '7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299',
    );
    const signature = signatureToDer(
      hex(
        'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716' +
          'f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
      ),
    );
    const publicKey = writePublicKey({ kind: 'p256', point });
    const sample = Buffer.from('sample');
    expect(verifySignature({ form: 'ecdsa-p256-sha256', publicKey, message: sample, signature })).toBe(true);
  });

  it('GM/T 0003.5 appendix A: SM2', () => {
    const publicKey = writePublicKey({ kind: 'sm2', point: GMT_0003_5.point });
    const signature = signatureToDer(GMT_0003_5.rs);
    expect(verifySignature({ form: 'sm2-sm3', publicKey, message: GMT_0003_5.message, signature })).toBe(true);
  });
});
