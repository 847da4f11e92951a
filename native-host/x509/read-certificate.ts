import { createHash } from 'node:crypto';
import { type CertificateSummary, certificateSummary } from '@certbridge/shared/domain/certificate.ts';
import { daysLeft } from '@certbridge/shared/domain/china-time.ts';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  KeyUsage,
  type TBSCertificate,
} from '@peculiar/asn1-x509';
import { remembering } from '../remembering.ts';
import { certificateKind } from './certificate-kind.ts';
import { certificateUses } from './certificate-uses.ts';
import { exactDer } from './exact-der.ts';
import { keyAlgorithm } from './key-algorithm.ts';
import { attributesOf, displayName } from './subject-names.ts';

const LONGEST_NAME = 200;

export interface ReadCertificate {
  /** `hasPrivateKey` is false here: the certificate itself cannot know. */
  readonly summary: CertificateSummary;
  /** A certificate authority's own (RFC 5280 section 4.2.1.9). */
  readonly isAuthority: boolean;
}

/** Nothing for bytes that are no certificate we can show: a key with one broken entry is still a key. */
export function readCertificate(bytes: Uint8Array, now: Date): ReadCertificate | undefined {
  const der = exactDer(bytes);
  const read = der && readOnce(der);
  if (!read) return undefined;
  const { summary, isAuthority } = read;
  return { summary: { ...summary, daysLeft: daysLeft(new Date(summary.validUntil), now) }, isAuthority };
}

/** All but what day it is. */
const readOnce = remembering((der) => {
  const fingerprint = createHash('sha256').update(der).digest('hex');
  return parse(der, fingerprint);
});

function parse(der: Uint8Array, fingerprint: string): ReadCertificate | undefined {
  try {
    const { tbsCertificate } = AsnConvert.parse(der, Certificate);
    const summary = certificateSummary.safeParse(summarize(tbsCertificate, fingerprint));
    if (!summary.success) return undefined;
    const constraints = extension(tbsCertificate, id_ce_basicConstraints);
    const isAuthority = constraints !== undefined && AsnConvert.parse(constraints, BasicConstraints).cA;
    return { summary: summary.data, isAuthority };
  } catch {
    return undefined;
  }
}

function summarize(tbs: TBSCertificate, fingerprint: string): CertificateSummary {
  const subject = attributesOf(tbs.subject);
  const keyUsage = extension(tbs, id_ce_keyUsage);
  const validUntil = tbs.validity.notAfter.getTime();
  return {
    fingerprint,
    holder: displayName(subject).slice(0, LONGEST_NAME),
    kind: certificateKind({ subject, extensionOids: (tbs.extensions ?? []).map(({ extnID }) => extnID) }),
    issuer: displayName(attributesOf(tbs.issuer)).slice(0, LONGEST_NAME),
    serial: serialHex(tbs.serialNumber),
    validFrom: tbs.validity.notBefore.getTime().toISOString(),
    validUntil: validUntil.toISOString(),
    daysLeft: 0,
    algorithm: keyAlgorithm(tbs.subjectPublicKeyInfo, new Uint8Array(AsnConvert.serialize(tbs.subjectPublicKeyInfo))),
    uses: certificateUses(keyUsage && AsnConvert.parse(keyUsage, KeyUsage).toNumber()),
    hasPrivateKey: false,
  };
}

function extension(tbs: TBSCertificate, oid: string): ArrayBuffer | undefined {
  return tbs.extensions?.find(({ extnID }) => extnID === oid)?.extnValue.buffer;
}

/** DER puts a zero byte before a number whose first bit is set; people compare serials without it. */
function serialHex(serial: ArrayBuffer): string {
  const hex = Buffer.from(serial).toString('hex');
  return hex.replace(/^(?:00)+(?=..)/, '');
}
