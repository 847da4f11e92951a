import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import type { CertificateOrder, Refusal } from '../certificate-authority.ts';
import {
  authorityInfoAccess,
  authorityKeyIdentifier,
  crlDistribution,
  endEntity,
  extendedKeyUsage,
  freshestCrl,
  keyUsage,
  policies,
  subjectKeyIdentifier,
} from '../certificates/extensions.ts';
import { newSerialNumber } from '../certificates/serial-number.ts';
import { toBeSigned } from '../certificates/to-be-signed.ts';
import { lintCertificate } from '../lint/lint-certificate.ts';
import { distinguishedName, NameError } from '../names/distinguished-name.ts';
import type { Authority } from '../open-authorities.ts';
import { keyUsagesOf } from '../profiles/key-usages.ts';
import { PROFILES } from '../profiles/profiles.ts';
import { subjectOf } from '../profiles/subject-of.ts';

export interface CheckedKey {
  readonly algorithm: KeyAlgorithm;
  readonly publicKey: Buffer;
}

export type Prepared =
  | { readonly serialNumber: string; readonly toBeSigned: Buffer }
  | { readonly why: Refusal; readonly rules?: readonly string[] };

export interface Desk {
  readonly authority: Authority;
  readonly policyArc: string;
}

/** What will be signed, and linted before anybody signs it. */
export function prepareCertificate(order: CertificateOrder, key: CheckedKey, { authority, policyArc }: Desk): Prepared {
  const profile = PROFILES[order.profile];
  const { addresses } = authority;
  const subject = nameOf(order);
  if (!subject) return { why: 'name' };
  const serialNumber = newSerialNumber();
  const bytes = toBeSigned({
    serialNumber,
    signedWith: authority.algorithm,
    issuer: authority.name,
    subject,
    publicKey: key.publicKey,
    validity: order.validity,
    extensions: [
      endEntity(),
      keyUsage(keyUsagesOf(order.use, key.algorithm)),
      ...(order.use === 'sign' ? [extendedKeyUsage(profile.extendedUses)] : []),
      subjectKeyIdentifier(key.publicKey),
      authorityKeyIdentifier(authority.key.publicKey),
      policies([`${policyArc}.${profile.policy}`]),
      crlDistribution(addresses.crl),
      freshestCrl(addresses.delta),
      authorityInfoAccess({ ocsp: addresses.ocsp, issuers: addresses.issuing }),
    ],
  });
  const rules = lintCertificate(bytes, {
    signedWith: authority.algorithm,
    issuer: authority.name,
    issuerKey: authority.key.publicKey,
    issuerUntil: authority.validUntil,
    use: order.use,
    mostYears: profile.mostYears,
  });
  if (rules.length > 0) return { why: 'lint', rules };
  return { serialNumber: serialNumber.toString('hex'), toBeSigned: bytes };
}

function nameOf({ profile, holder }: CertificateOrder): Buffer | undefined {
  try {
    return distinguishedName(subjectOf(PROFILES[profile], holder));
  } catch (fault) {
    if (!(fault instanceof NameError)) throw fault;
    return undefined;
  }
}
