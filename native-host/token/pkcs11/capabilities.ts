import type { KeyAlgorithm, SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import type { Sm2Dialect } from './sm2-dialect.ts';

/** PKCS#11 v2.40, mechanisms section 2. */
export const MECHANISM = {
  RSA_PKCS_KEY_PAIR_GEN: 0x0,
  RSA_PKCS: 0x1,
  RSA_PKCS_PSS: 0xd,
  SHA256_RSA_PKCS: 0x40,
  SHA256_RSA_PKCS_PSS: 0x43,
  SHA256: 0x250,
  EC_KEY_PAIR_GEN: 0x1040,
  ECDSA: 0x1041,
  ECDSA_SHA256: 0x1044,
  ECDH1_DERIVE: 0x1050,
} as const;

/** What the token's own list of mechanisms promises, asked before anything is touched. */
export interface Capabilities {
  generates(algorithm: KeyAlgorithm): boolean;
  signs(form: SignatureForm): boolean;
  /** Decrypts, or agrees on a key, with such a private key. */
  opens(algorithm: KeyAlgorithm): boolean;
}

export function capabilitiesOf(mechanisms: ReadonlySet<number>, sm2: Sm2Dialect | undefined): Capabilities {
  const any = (...wanted: readonly (number | undefined)[]) =>
    wanted.some((mechanism) => mechanism !== undefined && mechanisms.has(mechanism));
  const generation = {
    'rsa-2048': any(MECHANISM.RSA_PKCS_KEY_PAIR_GEN),
    p256: any(MECHANISM.EC_KEY_PAIR_GEN),
    sm2: any(sm2?.generate),
  };
  const signature = {
    'rsa-pkcs1-sha256': any(MECHANISM.SHA256_RSA_PKCS, MECHANISM.RSA_PKCS),
    'rsa-pss-sha256': any(MECHANISM.SHA256_RSA_PKCS_PSS, MECHANISM.RSA_PKCS_PSS),
    'ecdsa-p256-sha256': any(MECHANISM.ECDSA, MECHANISM.ECDSA_SHA256),
    'sm2-sm3': any(sm2?.sign.mechanism),
  };
  const opening = {
    'rsa-2048': any(MECHANISM.RSA_PKCS),
    p256: any(MECHANISM.ECDH1_DERIVE),
    sm2: any(sm2?.encrypt),
  };
  return {
    generates: (algorithm) => generation[algorithm],
    signs: (form) => signature[form],
    opens: (algorithm) => opening[algorithm],
  };
}
