import { SIGNATURE_FORMS } from '@certbridge/shared/contract/work-order.ts';
import { describe, expect, it } from 'vitest';
import { setOf } from '../der/der-writer.ts';
import { contentOf, elementsOf } from '../der/elements-of.ts';
import { hash } from '../digests.ts';
import { subjectName } from '../request/subject-name.ts';
import type { Signer } from '../signer.ts';
import { SIGNERS } from '../testing/all-forms.ts';
import { testAuthority } from '../testing/issue-certificate.ts';
import { openssl, opensslSays, opensslWrites, pem } from '../testing/openssl.ts';
import { signerInfoOf } from '../testing/signer-info-of.ts';
import { sm2Signer, softwareSigner } from '../testing/software-signer.ts';
import { createSignedData } from './create-signed-data.ts';
import { verifySignedData } from './verify-signed-data.ts';

const content = Buffer.from('投标申请\r\n');
const subject = subjectName([{ type: 'commonName', value: '商丘示范建设有限公司' }]);
const authority = await testAuthority(softwareSigner('rsa-pkcs1-sha256'));
const NODE_FORMS = SIGNATURE_FORMS.filter((form) => form !== 'sm2-sm3');

async function signedBy(signer: Signer, dialect: 'rfc-5652' | 'gmt-0010' = 'rfc-5652') {
  const certificate = await authority.issue({ subject, publicKey: signer.publicKey, uses: ['sign'] });
  const chain = [authority.certificate];
  const cms = await createSignedData({ signer, certificate, chain, over: { content }, time: new Date(), dialect });
  return { certificate, cms };
}

describe.each(NODE_FORMS)('%s', (form) => {
  const VERIFY = ['cms', '-verify', '-binary', '-cades', '-purpose', 'any', '-inform', 'DER', '-in', '@cms'];

  it('`openssl cms -verify -cades` verifies signature, chain and signing certificate', async () => {
    const { cms } = await signedBy(SIGNERS[form]);
    const files = { cms, content, root: pem('CERTIFICATE', authority.certificate) };
    const words = [...VERIFY, '-content', '@content', '-CAfile', '@root', '-out', '/dev/null'];
    expect(opensslSays(files, ...words)).toEqual({ ended: 0, said: 'CAdES Verification successful\n' });
    const otherwise = opensslSays({ ...files, content: Buffer.from('别的') }, ...words);
    expect(otherwise.ended).toBe(4);
    expect(otherwise.said).toContain('verification failure');
  });

  it('and we verify what `openssl cms -sign -cades` makes', async () => {
    const { certificate } = await signedBy(SIGNERS[form]);
    const pss = ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32'];
    const words = [
      '-sign',
      '-binary',
      '-cades',
      '-md',
      'sha256',
      '-signer',
      '@cert',
      '-inkey',
      '@key',
      '-in',
      '@content',
    ];
    const files = { content, cert: pem('CERTIFICATE', certificate), key: SIGNERS[form].privatePem };
    const options = form === 'rsa-pss-sha256' ? pss : [];
    const cms = opensslWrites(files, 'cms', ...words, '-outform', 'DER', '-out', '@out', ...options);
    const digest = { algorithm: 'sha-256' as const, value: hash('sha-256', content) };
    expect(verifySignedData({ cms, certificate, digest })).toMatchObject({ valid: true, form });
  });
});

describe('SM2, which OpenSSL 3.0 does not verify in CMS: it has no place there for the signer’s id', () => {
  const signer = sm2Signer();
  const signedParts = (cms: Uint8Array) => {
    const fields = signerInfoOf(cms);
    const attributes = setOf(...elementsOf(fields[3] ?? new Uint8Array(0)));
    return { attributes, signature: contentOf(fields[5] ?? new Uint8Array(0)) };
  };

  it.each(['rfc-5652', 'gmt-0010'] as const)(
    '%s: the signature over the attributes verifies by the id',
    async (dialect) => {
      const { cms } = await signedBy(signer, dialect);
      const files = { ...signedParts(cms), key: pem('PUBLIC KEY', signer.publicKey) };
      const words = ['-sm3', '-verify', '@key', '-signature', '@signature', '@attributes'];
      expect(openssl(files, 'dgst', '-sigopt', 'distid:1234567812345678', ...words).toString()).toBe('Verified OK\n');
      const otherId = opensslSays(files, 'dgst', '-sigopt', 'distid:8765432187654321', ...words);
      expect(otherId.said).toContain('Verification failure');
    },
  );

  it('rfc-5652: everything but the id is as OpenSSL has it', async () => {
    const { cms } = await signedBy(signer);
    const { attributes, signature } = signedParts(cms);
    const withoutId = await signatureOfLength(signature.length, () => signer.sign(attributes, ''));
    const swapped = Buffer.from(cms);
    swapped.set(withoutId, swapped.lastIndexOf(signature));
    const words = ['-verify', '-binary', '-noverify', '-inform', 'DER', '-in', '@cms', '-content', '@content'];
    const verdict = (file: Uint8Array) => opensslSays({ cms: file, content }, 'cms', ...words, '-out', '/dev/null');
    expect(verdict(swapped)).toEqual({ ended: 0, said: 'CMS Verification successful\n' });
    expect(verdict(cms).ended).toBe(4);
  });
});

/** The DER of a signature has 68 to 72 bytes, by chance. */
async function signatureOfLength(length: number, sign: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const signature = await sign();
  return signature.length === length ? signature : signatureOfLength(length, sign);
}
