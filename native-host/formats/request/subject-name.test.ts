import { AsnConvert } from '@peculiar/asn1-schema';
import { Name } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import { attributesOf } from '../../x509/subject-names.ts';
import { FormatError } from '../format-error.ts';
import { type NamePart, subjectName } from './subject-name.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('a subject’s name', () => {
  it('reads as it was asked for, in its order', () => {
    const name = subjectName([
      { type: 'country', value: 'CN' },
      { type: 'organization', value: '商丘示范建设有限公司' },
      { type: 'commonName', value: '商丘示范建设有限公司' },
      { type: 'serialNumber', value: '91411400MA40000012' },
    ]);
    expect(attributesOf(AsnConvert.parse(name, Name))).toEqual([
      { type: '2.5.4.6', value: 'CN' },
      { type: '2.5.4.10', value: '商丘示范建设有限公司' },
      { type: '2.5.4.3', value: '商丘示范建设有限公司' },
      { type: '2.5.4.5', value: '91411400MA40000012' },
    ]);
  });

  it('is UTF8String, but PrintableString for the country (RFC 5280 section 4.1.2.4)', () => {
    expect(hex(subjectName([{ type: 'commonName', value: '章' }]))).toContain('0603550403' + '0c03e7aba0');
    expect(hex(subjectName([{ type: 'country', value: 'CN' }]))).toContain('0603550406' + '1302434e');
  });

  it('may be empty', () => {
    expect(hex(subjectName([]))).toBe('3000');
  });

  it.each<[string, NamePart]>([
    ['an empty value', { type: 'commonName', value: ' ' }],
    ['a control character', { type: 'commonName', value: '示范\u0000公司' }],
    ['half a character', { type: 'commonName', value: '\ud800' }],
    ['a value of 201 characters', { type: 'organization', value: '长'.repeat(201) }],
    ['a country of three letters', { type: 'country', value: 'CHN' }],
    ['a serial number that X.520 does not allow', { type: 'serialNumber', value: '编号' }],
    ['an address that is not ASCII', { type: 'email', value: '示范@example.com' }],
  ])('is refused with %s, and the error does not repeat it', (_what, part) => {
    expect(() => subjectName([part])).toThrow(FormatError);
    expect(() => subjectName([part])).toThrow(/^\w+ cannot be written in a name$/);
  });
});
