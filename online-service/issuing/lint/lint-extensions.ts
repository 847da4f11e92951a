import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AuthorityInfoAccessSyntax,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CertificatePolicies,
  CRLDistributionPoints,
  ExtendedKeyUsage,
  type Extension,
  KeyUsage,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import { keyIdentifierOf } from '../certificates/extensions.ts';
import { OID } from '../object-identifiers.ts';
import { keyUsagesOf } from '../profiles/key-usages.ts';
import { KEY_USAGE_BITS } from '../profiles/profile.ts';
import { judgePublicKey } from '../requests/public-key.ts';
import type { LintContext } from './lint-context.ts';
import { rule } from './rule.ts';

export interface ExtensionsContext extends LintContext {
  readonly publicKey: Buffer;
}

const MAY_BE_CRITICAL: ReadonlySet<string> = new Set([OID.basicConstraints, OID.keyUsage]);
const EXPECTED: readonly string[] = [
  OID.basicConstraints,
  OID.keyUsage,
  OID.subjectKeyIdentifier,
  OID.authorityKeyIdentifier,
  OID.certificatePolicies,
  OID.crlDistributionPoints,
  OID.freshestCrl,
  OID.authorityInfoAccess,
];

/** RFC 5280, 4.2, as far as a holder's certificate has it. */
export function lintExtensions(extensions: readonly Extension[], context: ExtensionsContext): string[] {
  const oids = extensions.map(({ extnID }) => extnID);
  const missing = EXPECTED.filter((oid) => !oids.includes(oid));
  const shape = [
    ...missing.map((oid) => `extension-missing ${oid}`),
    ...rule('extension-repeated', new Set(oids).size === oids.length),
    ...rule(
      'extension-unknown',
      oids.every((oid) => EXPECTED.includes(oid) || oid === OID.extendedKeyUsage),
    ),
    ...rule(
      'extension-critical',
      extensions.every(({ extnID, critical }) => critical === MAY_BE_CRITICAL.has(extnID)),
    ),
  ];
  if (missing.length > 0) return shape;
  try {
    return [...shape, ...lintValues(extensions, context)];
  } catch {
    return [...shape, 'extension-encoding'];
  }
}

function lintValues(extensions: readonly Extension[], context: ExtensionsContext): string[] {
  const read = <T>(oid: string, schema: new () => T): T | undefined => {
    const found = extensions.find(({ extnID }) => extnID === oid);
    return found && AsnConvert.parse(found.extnValue, schema);
  };
  const constraints = read(OID.basicConstraints, BasicConstraints);
  const subjectKey = read(OID.subjectKeyIdentifier, SubjectKeyIdentifier);
  const issuerKey = read(OID.authorityKeyIdentifier, AuthorityKeyIdentifier)?.keyIdentifier;
  const extended = read(OID.extendedKeyUsage, ExtendedKeyUsage);
  const points = [OID.crlDistributionPoints, OID.freshestCrl].flatMap((oid) => [
    ...(read(oid, CRLDistributionPoints) ?? []),
  ]);
  const access = [...(read(OID.authorityInfoAccess, AuthorityInfoAccessSyntax) ?? [])];
  const addresses = [
    ...points.map((point) => point.distributionPoint?.fullName?.[0]?.uniformResourceIdentifier),
    ...access.map(({ accessLocation }) => accessLocation.uniformResourceIdentifier),
  ];
  return [
    ...rule('basic-constraints', constraints?.cA === false && constraints.pathLenConstraint === undefined),
    ...lintKeyUsage(read(OID.keyUsage, KeyUsage), context),
    ...rule('extended-key-usage', context.use === 'encrypt' || (extended !== undefined && extended.length > 0)),
    ...rule('extended-key-usage-any', !extended?.some((use) => use === '2.5.29.37.0' || use === OID.ocspSigning)),
    ...rule('subject-key-identifier', isKey(subjectKey?.buffer, context.publicKey)),
    ...rule('authority-key-identifier', isKey(issuerKey?.buffer, context.issuerKey)),
    ...rule('policies', (read(OID.certificatePolicies, CertificatePolicies)?.length ?? 0) > 0),
    ...rule('addresses', addresses.length >= 4 && addresses.every((one) => one?.startsWith('http://') === true)),
    ...rule(
      'access-methods',
      [OID.ocsp, OID.caIssuers].every((oid) => access.some(({ accessMethod }) => accessMethod === oid)),
    ),
  ];
}

function lintKeyUsage(usage: KeyUsage | undefined, { publicKey, use }: ExtensionsContext): string[] {
  const judged = judgePublicKey(publicKey);
  if (!isAlgorithm(judged)) return [`public-key ${judged}`];
  // The reader counts the first bit as the lowest.
  const expected = keyUsagesOf(use, judged).reduce((sum, name) => sum | (1 << KEY_USAGE_BITS[name]), 0);
  return rule('key-usage', usage?.toNumber() === expected);
}

function isAlgorithm(judged: string): judged is KeyAlgorithm {
  return judged === 'rsa-2048' || judged === 'p256' || judged === 'sm2';
}

function isKey(identifier: ArrayBuffer | undefined, publicKey: Buffer): boolean {
  return identifier !== undefined && Buffer.from(identifier).equals(keyIdentifierOf(publicKey));
}
