import { encode, objectIdentifier, printableString, sequence, utf8String } from '../der/der-writer.ts';
import { OID } from '../object-identifiers.ts';

export const NAME_ATTRIBUTES = [
  'country',
  'province',
  'city',
  'organisation',
  'organisationalUnit',
  'serialNumber',
  'commonName',
] as const;
export type NameAttribute = (typeof NAME_ATTRIBUTES)[number];

export interface NamePart {
  readonly attribute: NameAttribute;
  readonly value: string;
}

/** A name that cannot stand in a certificate. The value stays out of it: it names a person. */
export class NameError extends Error {
  override readonly name = 'NameError';
  readonly attribute: NameAttribute;

  constructor(attribute: NameAttribute) {
    super(`${attribute} cannot be written in a name`);
    this.attribute = attribute;
  }
}

/** RFC 5280, appendix A: the upper bounds, in characters. */
export const LONGEST: Readonly<Record<NameAttribute, number>> = {
  country: 2,
  province: 128,
  city: 128,
  organisation: 64,
  organisationalUnit: 64,
  serialNumber: 64,
  commonName: 64,
};

const COUNTRY = /^[A-Z]{2}$/;
/** X.680, 41.4. */
const PRINTABLE = /^[A-Za-z0-9 '()+,\-./:=?]+$/;
/** Controls, and the marks that turn a text's direction so that it reads as another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const SET_TAG = 0x31;

/** DER; each attribute a relative name of its own, in the caller's order. Chinese stands as UTF8String (RFC 5280, 4.1.2.4). */
export function distinguishedName(parts: readonly NamePart[]): Buffer {
  return sequence(...parts.map(relativeName));
}

function relativeName({ attribute, value }: NamePart): Buffer {
  if (!fits(attribute, value)) throw new NameError(attribute);
  return encode(SET_TAG, sequence(objectIdentifier(OID[attribute]), written(attribute, value)));
}

/** X.520 gives country and serial number as PrintableString and nothing else. */
function written(attribute: NameAttribute, value: string): Buffer {
  return attribute === 'country' || attribute === 'serialNumber' ? printableString(value) : utf8String(value);
}

function fits(attribute: NameAttribute, value: string): boolean {
  const characters = [...value].length;
  if (characters === 0 || characters > LONGEST[attribute] || UNSEEN.test(value) || !value.isWellFormed()) return false;
  if (value !== value.trim()) return false;
  if (attribute === 'country') return COUNTRY.test(value);
  return attribute !== 'serialNumber' || PRINTABLE.test(value);
}
