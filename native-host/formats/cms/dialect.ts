import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { nothing, objectIdentifier, sequence } from '../der/der-writer.ts';
import { OID } from '../object-identifiers.ts';
import { SIGNATURE_IDENTIFIERS } from '../signature-algorithms.ts';

/** RFC 5652 for every algorithm, or, for SM2, GM/T 0010 (GB/T 35275), which has object identifiers of its own. */
export const CMS_DIALECTS = ['rfc-5652', 'gmt-0010'] as const;
export type CmsDialect = (typeof CMS_DIALECTS)[number];

export const CONTENT_TYPES = {
  'rfc-5652': { signedData: OID.signedData, data: OID.data },
  'gmt-0010': { signedData: OID.gmSignedData, data: OID.gmData },
} as const;

/** RFC 3370 section 3.2: the key's algorithm; the digest stands in its own field. GM/T 0010 follows PKCS#7 there too. */
const IN_CMS: Readonly<Record<SignatureForm, Uint8Array>> = {
  ...SIGNATURE_IDENTIFIERS,
  'rsa-pkcs1-sha256': sequence(objectIdentifier(OID.rsaEncryption), nothing()),
};
const GM_SIGNATURE = sequence(objectIdentifier(OID.sm2Signature));

export const cmsSignatureIdentifier = (form: SignatureForm, dialect: CmsDialect): Uint8Array =>
  dialect === 'gmt-0010' ? GM_SIGNATURE : IN_CMS[form];

/** What other programs write for the same form. */
const ACCEPTED: Readonly<Record<SignatureForm, readonly string[]>> = {
  'rsa-pkcs1-sha256': [OID.rsaEncryption, OID.sha256WithRsa],
  'rsa-pss-sha256': [OID.rsaPss],
  'ecdsa-p256-sha256': [OID.ecdsaWithSha256],
  'sm2-sm3': [OID.sm2WithSm3, OID.sm2Signature, OID.sm2],
};

export function formOfIdentifier(algorithm: string): SignatureForm | undefined {
  return (Object.keys(ACCEPTED) as SignatureForm[]).find((form) => ACCEPTED[form].includes(algorithm));
}
