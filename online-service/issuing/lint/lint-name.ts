import type { Name } from '@peculiar/asn1-x509';
import { LONGEST, NAME_ATTRIBUTES } from '../names/distinguished-name.ts';
import { OID } from '../object-identifiers.ts';
import { rule } from './rule.ts';

/** Names of one attribute each, known ones, each once, by their bounds and string types (RFC 5280, 4.1.2.4 and A). */
export function lintName(name: Name): string[] {
  const parts = name.flatMap((relative) => [...relative]);
  const types = parts.map(({ type }) => type);
  return [
    ...rule('subject-empty', parts.length > 0),
    ...rule(
      'subject-multiple-values',
      name.every((relative) => relative.length === 1),
    ),
    ...rule('subject-repeated', new Set(types).size === types.length),
    ...rule('subject-common-name', types.includes(OID.commonName)),
    ...parts.flatMap(({ type, value }) => {
      const attribute = NAME_ATTRIBUTES.find((one) => OID[one] === type);
      if (!attribute) return ['subject-unknown-attribute'];
      const printable = attribute === 'country' || attribute === 'serialNumber';
      const text = printable ? value.printableString : value.utf8String;
      return [
        ...rule(`subject-${attribute}-type`, text !== undefined),
        ...rule(`subject-${attribute}-length`, text !== undefined && within([...text].length, LONGEST[attribute])),
      ];
    }),
  ];
}

const within = (characters: number, most: number): boolean => characters > 0 && characters <= most;
