/** Other people's eyes on what a key signed: openssl, and for SM2, which its CMS does not know, openssl on the attributes. */
import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { certificateParts } from '../../../native-host/formats/certificate/certificate-parts.ts';
import { verifySignedData } from '../../../native-host/formats/cms/verify-signed-data.ts';
import { setOf } from '../../../native-host/formats/der/der-writer.ts';
import { contentOf, elementsOf } from '../../../native-host/formats/der/elements-of.ts';
import { DIGEST_OF_FORM, hash } from '../../../native-host/formats/digests.ts';
import { opensslSays, pem } from '../../../native-host/formats/testing/openssl.ts';
import { signerInfoOf } from '../../../native-host/formats/testing/signer-info-of.ts';

const DISTINGUISHING_ID = 'distid:1234567812345678';

export interface SignedCms {
  /** Base64, detached. */
  readonly cms: string;
  /** Base64 DER. */
  readonly certificate: string;
  readonly root: Uint8Array;
  readonly content: Uint8Array;
  readonly form: SignatureForm;
}

/** Throws unless both verifiers agree that it is this content, signed by this certificate's key, in this form. */
export function checkSignature(signed: SignedCms): void {
  const [cms, certificate] = [Buffer.from(signed.cms, 'base64'), Buffer.from(signed.certificate, 'base64')];
  const algorithm = DIGEST_OF_FORM[signed.form];
  const digest = { algorithm, value: hash(algorithm, signed.content) };
  const finding = verifySignedData({ cms, certificate, digest });
  if (!finding.valid) throw new Error(`our verifier: ${finding.reason}`);
  if (finding.form !== signed.form) throw new Error(`signed as ${finding.form}`);
  const { ended, said } = signed.form === 'sm2-sm3' ? sm2ByOpenssl(cms, certificate) : cmsByOpenssl(cms, signed);
  if (ended !== 0) throw new Error(`openssl: ${said.split('\n')[0]}`);
}

function cmsByOpenssl(cms: Uint8Array, { root, content }: SignedCms) {
  const files = { cms, content, root: pem('CERTIFICATE', root) };
  const words = ['-verify', '-binary', '-cades', '-purpose', 'any', '-inform', 'DER', '-in', '@cms'];
  return opensslSays(files, 'cms', ...words, '-content', '@content', '-CAfile', '@root', '-out', '/dev/null');
}

function sm2ByOpenssl(cms: Uint8Array, certificate: Uint8Array) {
  const fields = signerInfoOf(cms);
  const attributes = setOf(...elementsOf(fields[3] ?? new Uint8Array(0)));
  const signature = contentOf(fields[5] ?? new Uint8Array(0));
  const files = { attributes, signature, key: pem('PUBLIC KEY', certificateParts(certificate).publicKey) };
  const words = ['-sm3', '-verify', '@key', '-signature', '@signature', '@attributes'];
  return opensslSays(files, 'dgst', '-sigopt', DISTINGUISHING_ID, ...words);
}
