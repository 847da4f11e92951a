import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { context, integer, nothing, objectIdentifier, sequence } from './der/der-writer.ts';
import type { DigestAlgorithm } from './digests.ts';
import { OID } from './object-identifiers.ts';

/** As long as the digest, as RFC 8017 section 9.1 suggests and everybody does. */
export const PSS_SALT_BYTES = 32;

/** RFC 5754 section 2: SHA-2 in CMS goes without parameters; so does SM3. */
export const digestIdentifier = (algorithm: DigestAlgorithm): Uint8Array =>
  sequence(objectIdentifier(algorithm === 'sm3' ? OID.sm3 : OID.sha256));

/** RFC 4055 section 2.1 writes the digest inside RSA-PSS with NULL. */
const sha256WithNull = () => sequence(objectIdentifier(OID.sha256), nothing());

/** RFC 4055 section 3.1. The last field, the trailer, is the default and left out. */
const pss = () =>
  sequence(
    objectIdentifier(OID.rsaPss),
    sequence(
      context(0, sha256WithNull()),
      context(1, sequence(objectIdentifier(OID.mgf1), sha256WithNull())),
      context(2, integer(PSS_SALT_BYTES)),
    ),
  );

/** AlgorithmIdentifiers of certificates and requests: RFC 4055, RFC 5758, GM/T 0006. */
export const SIGNATURE_IDENTIFIERS: Readonly<Record<SignatureForm, Uint8Array>> = {
  'rsa-pkcs1-sha256': sequence(objectIdentifier(OID.sha256WithRsa), nothing()),
  'rsa-pss-sha256': pss(),
  'ecdsa-p256-sha256': sequence(objectIdentifier(OID.ecdsaWithSha256)),
  'sm2-sm3': sequence(objectIdentifier(OID.sm2WithSm3)),
};
