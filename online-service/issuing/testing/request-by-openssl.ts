import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { DISTID, openssl } from './openssl.ts';

export interface OpensslKey {
  readonly algorithm: KeyAlgorithm;
  readonly pem: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer;
}

const OPTIONS: Readonly<Record<KeyAlgorithm, readonly string[]>> = {
  'rsa-2048': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  p256: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  sm2: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2'],
};

/** A holder's key and request by another implementation. */
export function keyByOpenssl(algorithm: KeyAlgorithm, options: readonly string[] = OPTIONS[algorithm]): OpensslKey {
  const pem = openssl({}, 'genpkey', ...options).toString();
  return { algorithm, pem, publicKey: openssl({ key: pem }, 'pkey', '-in', '@key', '-pubout', '-outform', 'DER') };
}

export function requestByOpenssl({ algorithm, pem }: OpensslKey, more: readonly string[] = []): Buffer {
  const digest = algorithm === 'sm2' ? ['-sm3', '-sigopt', DISTID] : ['-sha256'];
  const words = ['req', '-new', '-key', '@key', '-subj', '/CN=whoever', '-outform', 'DER', ...digest, ...more];
  return openssl({ key: pem }, ...words);
}
