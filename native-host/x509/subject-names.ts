import type { Name } from '@peculiar/asn1-x509';
import { cleanText } from '../clean-text.ts';

/** Attribute types of X.520 and RFC 4519 by which a holder is named. */
export const NAME_OIDS = { commonName: '2.5.4.3', organization: '2.5.4.10', organizationalUnit: '2.5.4.11' } as const;

export interface NameAttribute {
  readonly type: string;
  readonly value: string;
}

/** As long as the contract lets a holder's name be. */
const LONGEST_NAME = 200;

export function attributesOf(name: Name): NameAttribute[] {
  return name.flatMap((part) =>
    part.map(({ type, value }) => ({ type, value: cleanText(value.toString(), LONGEST_NAME) })),
  );
}

/** The name that people know: the common name, otherwise the organization's. */
export function displayName(attributes: readonly NameAttribute[]): string {
  const first = (oid: string) => attributes.find(({ type, value }) => type === oid && value !== '')?.value;
  return first(NAME_OIDS.commonName) ?? first(NAME_OIDS.organization) ?? first(NAME_OIDS.organizationalUnit) ?? '';
}
