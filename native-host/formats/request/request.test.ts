import { SIGNATURE_FORMS } from '@certbridge/shared/contract/work-order.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateParts } from '../certificate/certificate-parts.ts';
import { FormatError } from '../format-error.ts';
import { SIGNERS } from '../testing/all-forms.ts';
import { fixture } from '../testing/fixture.ts';
import { createRequest } from './create-request.ts';
import { subjectName } from './subject-name.ts';
import { verifyRequest } from './verify-request.ts';

const subject = subjectName([{ type: 'commonName', value: '张示范' }]);

describe.each(SIGNATURE_FORMS)('a request signed by %s', (form) => {
  const signer = SIGNERS[form];

  it('proves possession of its key', async () => {
    const verified = verifyRequest(await createRequest({ signer, subject }));
    expect(verified?.form).toBe(form);
    expect(Buffer.from(verified?.publicKey ?? [])).toEqual(Buffer.from(signer.publicKey));
    expect(Buffer.from(verified?.subject ?? [])).toEqual(Buffer.from(subject));
  });

  it('does not when any byte is changed', async () => {
    const request = Buffer.from(await createRequest({ signer, subject }));
    fc.assert(
      fc.property(fc.nat(request.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(request);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(verifyRequest(damaged)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('is not made when the key answers something else', async () => {
    const faulty = { ...signer, sign: async () => signer.sign(Buffer.from('something else')) };
    await expect(createRequest({ signer: faulty, subject })).rejects.toMatchObject({ code: 'wrong-signature' });
  });
});

it('the old certificate’s name goes into the request byte for byte', async () => {
  const old = certificateParts(fixture('unit-rsa-sign')).subject;
  const request = await createRequest({ signer: SIGNERS['ecdsa-p256-sha256'], subject: old });
  expect(Buffer.from(verifyRequest(request)?.subject ?? [])).toEqual(Buffer.from(old));
});

it('without a name it is empty', async () => {
  const request = await createRequest({ signer: SIGNERS['ecdsa-p256-sha256'] });
  expect(Buffer.from(verifyRequest(request)?.subject ?? []).toString('hex')).toBe('3000');
});

it('what is no name, or another kind of key, is refused before the key is asked', async () => {
  let asked = 0;
  const signer = {
    ...SIGNERS['ecdsa-p256-sha256'],
    sign: async () => {
      asked += 1;
      return new Uint8Array(0);
    },
  };
  await expect(createRequest({ signer, subject: Buffer.from('0101ff', 'hex') })).rejects.toThrow(FormatError);
  await expect(createRequest({ signer: { ...signer, form: 'sm2-sm3' } })).rejects.toMatchObject({ code: 'unsuited' });
  expect(asked).toBe(0);
});

it('what is no request proves nothing, and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(verifyRequest(bytes)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
  expect(verifyRequest(new Uint8Array(1_000_000).fill(0x30))).toBeUndefined();
});
