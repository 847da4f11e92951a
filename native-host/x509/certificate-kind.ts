import type { CERTIFICATE_KINDS } from '@certbridge/shared/domain/certificate.ts';
import { NAME_OIDS, type NameAttribute } from './subject-names.ts';

type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** GM/T 0015, private extensions: what number the holder is known by. */
const PERSON_EXTENSIONS: ReadonlySet<string> = new Set(['1.2.156.10260.4.1.1', '1.2.156.10260.4.1.2']);
const UNIT_EXTENSIONS: ReadonlySet<string> = new Set([
  '1.2.156.10260.4.1.3',
  '1.2.156.10260.4.1.4',
  '1.2.156.10260.4.1.5',
]);

/** GB 11643: six digits of the place, the date of birth, a number and its check digit. */
const ID_NUMBER = /(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/;
/** GB 32100: eighteen characters without I, O, S, V and Z. */
const CREDIT_CODE = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/;
/** A Chinese personal name of two to four characters, or a transcribed one with its middle dots. */
const PERSONAL_NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,12}(?:·\p{Script=Han}{1,12})+)$/u;

export interface KindEvidence {
  readonly subject: readonly NameAttribute[];
  readonly extensionOids: readonly string[];
}

/**
 * Whom a certificate speaks for. Issuers do not agree on one mark, so the marks are asked from the surest to the
 * weakest. A person of a unit carries the unit's name too: the person's own number therefore comes first.
 */
export function certificateKind({ subject, extensionOids }: KindEvidence): CertificateKind {
  const valuesOf = (oid: string) => subject.filter(({ type }) => type === oid).map(({ value }) => value);
  const names = valuesOf(NAME_OIDS.commonName);
  const organizations = valuesOf(NAME_OIDS.organization);
  if (organizations.some((organization) => names.includes(organization))) return 'unit';
  if (extensionOids.some((oid) => PERSON_EXTENSIONS.has(oid))) return 'person';
  if (subject.some(({ value }) => ID_NUMBER.test(value))) return 'person';
  if (extensionOids.some((oid) => UNIT_EXTENSIONS.has(oid))) return 'unit';
  if (organizations.length > 0 && subject.some(({ value }) => CREDIT_CODE.test(value))) return 'unit';
  return names.some((name) => PERSONAL_NAME.test(name)) ? 'person' : 'other';
}
