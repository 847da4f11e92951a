import type { KeyAlgorithm, PairUse } from '@certbridge/shared/contract/work-order.ts';
import type { KeyUsage } from './profile.ts';

/** What RSA can do, ECDH does by agreement (RFC 8813); an SM2 key encrypts and agrees (GM/T 0015). */
const ENCRYPTS: Readonly<Record<KeyAlgorithm, readonly KeyUsage[]>> = {
  'rsa-2048': ['keyEncipherment', 'dataEncipherment'],
  p256: ['keyAgreement'],
  sm2: ['keyEncipherment', 'dataEncipherment', 'keyAgreement'],
};

export function keyUsagesOf(use: PairUse, algorithm: KeyAlgorithm): readonly KeyUsage[] {
  return use === 'sign' ? ['digitalSignature', 'nonRepudiation'] : ENCRYPTS[algorithm];
}
