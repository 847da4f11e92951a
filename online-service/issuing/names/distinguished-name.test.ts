import { describe, expect, it } from 'vitest';
import { PROFILES } from '../profiles/profiles.ts';
import { subjectOf } from '../profiles/subject-of.ts';
import { distinguishedName, NameError } from './distinguished-name.ts';

const CODE = '91110108MA01ABCD2X';

describe('whom a certificate names', () => {
  it('a unit: the name twice and the credit code between', () => {
    const parts = subjectOf(PROFILES.unit, { name: '示例公司', creditCode: CODE, province: '河南省', city: '商丘市' });
    expect(parts.map(({ attribute, value }) => `${attribute}=${value}`)).toEqual([
      'country=CN',
      'province=河南省',
      'city=商丘市',
      'organisation=示例公司',
      'organisationalUnit=91110108MA01ABCD2X',
      'commonName=示例公司',
    ]);
  });

  it('a unit without its credit code, and staff without their unit, are refused', () => {
    expect(() => subjectOf(PROFILES.unit, { name: '示例公司' })).toThrow(NameError);
    expect(() => subjectOf(PROFILES.staff, { name: '王芳', holderNumber: '1' })).toThrow(NameError);
  });

  it('one name has one spelling: composed characters (NFC)', () => {
    const [, , name] = subjectOf(PROFILES.person, { name: 'Re\u0301mi', holderNumber: '1' });
    expect(name?.value).toBe('R\u00e9mi');
  });
});

describe('what cannot stand in a name', () => {
  it.each([
    ['nothing', ''],
    ['more than 64 characters', '证'.repeat(65)],
    ['a line break', '示例\n公司'],
    ['a mark that turns the direction of the text', '示例\u202e公司'],
    ['a space that nobody sees', '示例\u200b公司'],
    ['a blank at the end', '示例公司 '],
    ['half a character', '示例\ud800'],
  ])('%s', (_what, value) => {
    expect(() => distinguishedName([{ attribute: 'commonName', value }])).toThrow(NameError);
  });

  it('64 characters outside the basic plane are 64', () => {
    expect(() => distinguishedName([{ attribute: 'commonName', value: '𠮷'.repeat(64) }])).not.toThrow();
  });

  it('its message does not repeat it', () => {
    expect(() => distinguishedName([{ attribute: 'commonName', value: '王芳\n' }])).toThrow(/^commonName cannot/);
  });
});
