import { encode, ia5String, objectIdentifier, printableString, sequence, utf8String } from '../der/der-writer.ts';
import { FormatError } from '../format-error.ts';

/** X.520 and RFC 4519; the order in a name is the caller's. */
const TYPES = {
  country: { oid: '2.5.4.6', write: printableString },
  state: { oid: '2.5.4.8', write: utf8String },
  locality: { oid: '2.5.4.7', write: utf8String },
  organization: { oid: '2.5.4.10', write: utf8String },
  organizationalUnit: { oid: '2.5.4.11', write: utf8String },
  commonName: { oid: '2.5.4.3', write: utf8String },
  surname: { oid: '2.5.4.4', write: utf8String },
  givenName: { oid: '2.5.4.42', write: utf8String },
  /** X.520: PrintableString, and nothing else. */
  serialNumber: { oid: '2.5.4.5', write: printableString },
  organizationIdentifier: { oid: '2.5.4.97', write: utf8String },
  email: { oid: '1.2.840.113549.1.9.1', write: ia5String },
} as const;

export interface NamePart {
  readonly type: keyof typeof TYPES;
  readonly value: string;
}

/** X.680 section 41.4, table 10. */
const PRINTABLE = /^[A-Za-z0-9 '()+,\-./:=?]+$/;
const ASCII = /^[\x20-\x7e]+$/;
const COUNTRY = /^[A-Z]{2}$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x00-\x1f\x7f-\x9f]/;
const MOST_PARTS = 16;
const LONGEST_CHARACTERS = 200;
const SET_TAG = 0x31;

/** RFC 5280 section 4.1.2.4: UTF8String, where the attribute's own rule does not say otherwise. */
export function subjectName(parts: readonly NamePart[]): Uint8Array {
  if (parts.length > MOST_PARTS) throw new FormatError('unsuited', 'a name of so many parts');
  return sequence(...parts.map(relativeName));
}

function relativeName({ type, value }: NamePart): Uint8Array {
  assertFits({ type, value });
  const { oid, write } = TYPES[type];
  return encode(SET_TAG, sequence(objectIdentifier(oid), write(value)));
}

function assertFits({ type, value }: NamePart): void {
  const rule = { country: COUNTRY, serialNumber: PRINTABLE, email: ASCII }[type as string] ?? /\S/;
  const fits = rule.test(value) && !CONTROL.test(value) && value.length <= LONGEST_CHARACTERS && value.isWellFormed();
  // The value itself stays out of the message: it names a person.
  if (!fits) throw new FormatError('unsuited', `${type} cannot be written in a name`);
}
