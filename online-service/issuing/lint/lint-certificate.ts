import { AsnConvert } from '@peculiar/asn1-schema';
import { TBSCertificate, Version } from '@peculiar/asn1-x509';
import { SIGNATURE_IDENTIFIERS } from '../algorithms.ts';
import { partsOf, readElement } from '../der/der-reader.ts';
import type { LintContext } from './lint-context.ts';
import { lintExtensions } from './lint-extensions.ts';
import { lintName } from './lint-name.ts';
import { rule } from './rule.ts';

/** The whole years of a profile, and what a renewal before its time adds. */
const DAY_MS = 86_400_000;
const EARLY_DAYS = 91;

/**
 * What a certificate breaks of RFC 5280 and of our profiles; empty: it may leave. It is read by another's reader than the
 * one that wrote it, and before it is signed: a bad certificate that was signed exists.
 */
export function lintCertificate(tbs: Buffer, context: LintContext): string[] {
  let read: TBSCertificate;
  try {
    read = AsnConvert.parse(tbs, TBSCertificate);
  } catch {
    return ['encoding'];
  }
  const [, , algorithm, issuer, validity, subject, publicKey] = partsOf(readElement(tbs));
  if (!algorithm || !issuer || !validity || !subject || !publicKey) return ['encoding'];
  const extensions = read.extensions ?? [];
  return [
    ...rule('version-3', read.version === Version.v3),
    ...rule('serial-number', isSerial(Buffer.from(read.serialNumber))),
    ...rule('signature-algorithm', algorithm.whole.equals(SIGNATURE_IDENTIFIERS[context.signedWith])),
    ...rule('issuer-name', issuer.whole.equals(context.issuer)),
    ...rule('no-unique-ids', read.issuerUniqueID === undefined && read.subjectUniqueID === undefined),
    ...lintValidity(
      read,
      partsOf(validity).map(({ tag }) => tag),
      context,
    ),
    ...lintName(read.subject),
    ...lintExtensions(extensions, { ...context, publicKey: publicKey.whole }),
  ];
}

/** RFC 5280, 4.1.2.2, and at least 64 bits of it random. */
function isSerial(serial: Buffer): boolean {
  return serial.length <= 20 && serial.length >= 9 && serial.readUInt8(0) < 0x80 && serial.some((byte) => byte !== 0);
}

function lintValidity(read: TBSCertificate, tags: readonly number[], context: LintContext): string[] {
  const from = read.validity.notBefore.getTime();
  const until = read.validity.notAfter.getTime();
  const longest = context.mostYears * 366 * DAY_MS + EARLY_DAYS * DAY_MS;
  const expected = [from, until].map((date) => (date.getUTCFullYear() < 2050 ? 0x17 : 0x18));
  return [
    ...rule('validity-order', from.getTime() < until.getTime()),
    ...rule('validity-length', until.getTime() - from.getTime() <= longest),
    ...rule('validity-within-issuer', until.getTime() <= context.issuerUntil.getTime()),
    ...rule('validity-encoding', tags.length === 2 && tags.every((tag, at) => tag === expected[at])),
    ...rule('validity-ends-with-a-day-in-china', until.toISOString().endsWith('T15:59:59.000Z')),
  ];
}
