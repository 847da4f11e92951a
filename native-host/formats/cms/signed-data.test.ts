import { SIGNATURE_FORMS } from '@certbridge/shared/contract/work-order.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIGEST_OF_FORM, hash } from '../digests.ts';
import { subjectName } from '../request/subject-name.ts';
import { SIGNERS } from '../testing/all-forms.ts';
import { testAuthority } from '../testing/issue-certificate.ts';
import { signerInfoOf } from '../testing/signer-info-of.ts';
import { sm2Signer, softwareSigner } from '../testing/software-signer.ts';
import { createSignedData } from './create-signed-data.ts';
import { CMS_DIALECTS, type CmsDialect } from './dialect.ts';
import { verifySignedData } from './verify-signed-data.ts';

const content = Buffer.from('投标申请');
const time = new Date('2026-03-01T02:03:04Z');
const subject = subjectName([{ type: 'commonName', value: '商丘示范建设有限公司' }]);
const authority = await testAuthority(softwareSigner('ecdsa-p256-sha256'));
const certificateOf = (form: keyof typeof SIGNERS, serialNumber = 7) =>
  authority.issue({ subject, publicKey: SIGNERS[form].publicKey, uses: ['sign'], serialNumber });

const CASES = SIGNATURE_FORMS.flatMap((form) =>
  CMS_DIALECTS.filter((dialect) => dialect === 'rfc-5652' || form === 'sm2-sm3').map((dialect) => ({ form, dialect })),
);

describe.each(CASES)('$form in $dialect', ({ form, dialect }) => {
  const signer = SIGNERS[form];
  const digest = { algorithm: DIGEST_OF_FORM[form], value: hash(DIGEST_OF_FORM[form], content) };
  let certificate: Uint8Array;
  let cms: Uint8Array;
  beforeAll(async () => {
    certificate = await certificateOf(form);
    cms = await createSignedData({
      signer,
      certificate,
      chain: [authority.certificate],
      over: { digest },
      time,
      dialect,
    });
  });

  it('verifies, and says when and how it was signed', () => {
    expect(verifySignedData({ cms, certificate, digest })).toEqual({ valid: true, form, dialect, signingTime: time });
  });

  it('carries signer and chain byte for byte, each once', async () => {
    const chain = [authority.certificate, certificate, authority.certificate];
    const again = await createSignedData({ signer, certificate, chain, over: { digest }, time, dialect });
    for (const one of [certificate, authority.certificate].map((der) => Buffer.from(der))) {
      const bytes = Buffer.from(again);
      expect(bytes.includes(one)).toBe(true);
      expect(bytes.indexOf(one)).toBe(bytes.lastIndexOf(one));
    }
  });

  it('is not taken for another content', () => {
    const other = { ...digest, value: hash(digest.algorithm, Buffer.from('别的')) };
    expect(verifySignedData({ cms, certificate, digest: other })).toEqual({ valid: false, reason: 'other-content' });
    expect(verifySignedData({ cms, certificate })).toEqual({ valid: false, reason: 'other-content' });
  });

  it('is not taken for the signature by another certificate, of the same key either', async () => {
    const second = await certificateOf(form, 8);
    expect(verifySignedData({ cms, certificate: second, digest })).toEqual({ valid: false, reason: 'other-signer' });
  });

  it('does not verify when a byte of what is signed, or of the signature, is changed', () => {
    const bytes = Buffer.from(cms);
    const fields = signerInfoOf(cms);
    const places = [fields[1], fields[3], fields[5]].flatMap((field = new Uint8Array(0)) => {
      const start = bytes.lastIndexOf(field);
      return Array.from(field, (_, at) => start + at);
    });
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(verifySignedData({ cms: damaged, certificate, digest }).valid).toBe(false);
      }),
      { numRuns: 200 },
    );
    const lastByte = Buffer.from(bytes);
    lastByte[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(verifySignedData({ cms: lastByte, certificate, digest })).toEqual({ valid: false, reason: 'signature' });
  });

  it('takes its content along when asked to', async () => {
    const over = { content, attached: true };
    const whole = await createSignedData({ signer, certificate, over, time, dialect });
    expect(verifySignedData({ cms: whole, certificate })).toMatchObject({
      valid: true,
      content: new Uint8Array(content),
    });
    const swapped = Buffer.from(whole);
    swapped[swapped.indexOf(content)] = 0x21;
    expect(verifySignedData({ cms: swapped, certificate })).toEqual({ valid: false, reason: 'other-content' });
    const detached = await createSignedData({ signer, certificate, over: { content }, time, dialect });
    expect(Buffer.from(detached).includes(content)).toBe(false);
    expect(verifySignedData({ cms: detached, certificate, digest }).valid).toBe(true);
  });
});

describe('is not made', () => {
  const signer = SIGNERS['sm2-sm3'];
  const sha256 = { algorithm: 'sha-256' as const, value: hash('sha-256', content) };
  const make = async (change: Partial<Parameters<typeof createSignedData>[0]>) =>
    createSignedData({
      signer,
      certificate: await certificateOf('sm2-sm3'),
      over: { content },
      time,
      ...change,
    });

  it('over a digest that the signature does not go with', async () => {
    await expect(make({ over: { digest: sha256 } })).rejects.toMatchObject({ code: 'unsuited' });
    const short = { algorithm: 'sm3' as const, value: Buffer.alloc(20) };
    await expect(make({ over: { digest: short } })).rejects.toMatchObject({ code: 'unsuited' });
  });

  it('with another key’s certificate', async () => {
    const certificate = await certificateOf('ecdsa-p256-sha256');
    await expect(make({ certificate })).rejects.toMatchObject({ code: 'unsuited' });
  });

  it('in GM/T 0010 for RSA', async () => {
    const certificate = await certificateOf('rsa-pkcs1-sha256');
    const rsa = SIGNERS['rsa-pkcs1-sha256'];
    await expect(make({ signer: rsa, certificate, dialect: 'gmt-0010' })).rejects.toMatchObject({ code: 'unsuited' });
  });

  it('when the driver signs something else, or without the id', async () => {
    const faulty = { ...signer, sign: async () => signer.sign(Buffer.from('not the attributes')) };
    await expect(make({ signer: faulty })).rejects.toMatchObject({ code: 'wrong-signature' });
    const own = sm2Signer();
    const certificate = await authority.issue({ subject, publicKey: own.publicKey, uses: ['sign'] });
    const withoutId = { ...own, sign: (message: Uint8Array) => own.sign(message, '') };
    await expect(make({ signer: withoutId, certificate })).rejects.toMatchObject({ code: 'wrong-signature' });
  });

  it('with a chain that is none, or without end', async () => {
    await expect(make({ chain: [Buffer.alloc(10)] })).rejects.toMatchObject({ code: 'malformed' });
    await expect(make({ chain: Array(10).fill(authority.certificate) })).rejects.toMatchObject({ code: 'unsuited' });
  });
});

it('what is no SignedData is malformed, and never an exception', async () => {
  const certificate = await certificateOf('sm2-sm3');
  const dialect: CmsDialect = 'rfc-5652';
  const whole = Buffer.from(
    await createSignedData({ signer: SIGNERS['sm2-sm3'], certificate, over: { content }, time, dialect }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(whole.length - 1), (random, cut) => {
      for (const cms of [random, whole.subarray(0, cut)]) {
        expect(verifySignedData({ cms, certificate })).toEqual({ valid: false, reason: 'malformed' });
      }
    }),
    { numRuns: 200 },
  );
  expect(verifySignedData({ cms: new Uint8Array(1_000_000).fill(0x30), certificate }).valid).toBe(false);
  expect(verifySignedData({ cms: whole, certificate: Buffer.alloc(3) }).valid).toBe(false);
});
