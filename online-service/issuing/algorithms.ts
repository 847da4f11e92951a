import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { nothing, objectIdentifier, sequence } from './der/der-writer.ts';
import { OID } from './object-identifiers.ts';

/** There is one authority, a root and an issuing one below it, for each. */
export const AUTHORITY_ALGORITHMS = ['rsa', 'p256', 'sm2'] as const;
export type AuthorityAlgorithm = (typeof AUTHORITY_ALGORITHMS)[number];

/** RFC 4055, 5: RSA with NULL for its parameters; RFC 5758, 3.2, and GM/T 0015: the others with none. */
export const SIGNATURE_IDENTIFIERS: Readonly<Record<AuthorityAlgorithm, Buffer>> = {
  rsa: sequence(objectIdentifier(OID.sha256WithRsa), nothing()),
  p256: sequence(objectIdentifier(OID.ecdsaWithSha256)),
  sm2: sequence(objectIdentifier(OID.sm2WithSm3)),
};

/** Which authority certifies a key. */
export function authorityOf(algorithm: KeyAlgorithm): AuthorityAlgorithm {
  switch (algorithm) {
    case 'rsa-2048':
      return 'rsa';
    case 'p256':
      return 'p256';
    case 'sm2':
      return 'sm2';
  }
}
