import { SIGNATURE_FORMS } from '@certbridge/shared/contract/work-order.ts';
import { describe, expect, it } from 'vitest';
import { SIGNERS } from '../testing/all-forms.ts';
import { opensslSays, opensslWrites } from '../testing/openssl.ts';
import { createRequest } from './create-request.ts';
import { subjectName } from './subject-name.ts';
import { verifyRequest } from './verify-request.ts';

/** OpenSSL takes SM2 with an empty id unless it is told. */
const idOf = (form: string, option: string) => (form === 'sm2-sm3' ? [option, 'distid:1234567812345678'] : []);
const subject = subjectName([
  { type: 'country', value: 'CN' },
  { type: 'organization', value: '商丘示范建设有限公司' },
  { type: 'commonName', value: '张示范' },
]);

describe.each(SIGNATURE_FORMS)('%s', (form) => {
  it('`openssl req -verify` verifies our request and reads its name', async () => {
    const request = await createRequest({ signer: SIGNERS[form], subject });
    const words = ['-inform', 'DER', '-in', '@request', '-verify', '-noout', '-subject', '-nameopt', 'utf8'];
    const { ended, said } = opensslSays({ request }, 'req', ...words, ...idOf(form, '-vfyopt'));
    expect(said).toContain('verify OK');
    expect(said).toContain('subject=C=CN, O=商丘示范建设有限公司, CN=张示范');
    expect(ended).toBe(0);
  });

  it('and we verify what `openssl req -new` makes', () => {
    const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32', '-sigopt', 'rsa_mgf1_md:sha256'];
    const digest = form === 'sm2-sm3' ? '-sm3' : '-sha256';
    const options = [...(form === 'rsa-pss-sha256' ? pss : []), ...idOf(form, '-sigopt')];
    const words = ['-new', digest, '-key', '@key', '-subj', '/CN=Demo', '-outform', 'DER', '-out', '@out'];
    const request = opensslWrites({ key: SIGNERS[form].privatePem }, 'req', ...words, ...options);
    expect(verifyRequest(request)?.form).toBe(form);
  });
});
