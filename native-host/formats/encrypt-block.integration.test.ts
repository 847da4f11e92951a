import { expect, it } from 'vitest';
import { certificateParts } from './certificate/certificate-parts.ts';
import { type CipherForm, encryptBlock } from './encrypt-block.ts';
import { subjectName } from './request/subject-name.ts';
import { SIGNERS } from './testing/all-forms.ts';
import { testAuthority } from './testing/issue-certificate.ts';
import { openssl } from './testing/openssl.ts';

const block = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
const subject = subjectName([{ type: 'commonName', value: '示范' }]);
const OAEP = ['-pkeyopt', 'rsa_padding_mode:oaep'];

it.each<[CipherForm, keyof typeof SIGNERS, string[]]>([
  ['rsa-pkcs1', 'rsa-pkcs1-sha256', []],
  ['rsa-oaep-sha1', 'rsa-pkcs1-sha256', [...OAEP, '-pkeyopt', 'rsa_oaep_md:sha1']],
  ['rsa-oaep-sha256', 'rsa-pkcs1-sha256', [...OAEP, '-pkeyopt', 'rsa_oaep_md:sha256']],
  ['der', 'sm2-sm3', []],
])('`openssl pkeyutl -decrypt` opens %s', async (form, owner, options) => {
  const { issue } = await testAuthority(SIGNERS['ecdsa-p256-sha256']);
  const { publicKey, privatePem } = SIGNERS[owner];
  const certificate = await issue({ subject, publicKey, uses: ['encrypt'] });
  const cipher = encryptBlock({ publicKey: certificateParts(certificate).publicKey, block, form });
  const words = ['-decrypt', '-inkey', '@key', '-in', '@cipher', ...options];
  expect(openssl({ cipher, key: privatePem }, 'pkeyutl', ...words)).toEqual(block);
});
