import { expect, it } from 'vitest';
import { certificateKind } from './certificate-kind.ts';

const CN = '2.5.4.3';
const O = '2.5.4.10';
const OU = '2.5.4.11';
const SERIAL_NUMBER = '2.5.4.5';
const ORGANIZATION_ID = '2.5.4.97';
const CREDIT_CODE = '91411400MA40000012';
// The place 000000 does not exist, so this is nobody's number.
const ID_NUMBER = '100000199001010018';

const kind = (subject: Record<string, string>, extensionOids: string[] = []) =>
  certificateKind({ subject: Object.entries(subject).map(([type, value]) => ({ type, value })), extensionOids });

it.each([
  ['organization and common name are one', { [O]: '示范公司', [CN]: '示范公司' }],
  ['a credit code stands beside the organization', { [O]: '示范公司', [CN]: '电子章', [OU]: CREDIT_CODE }],
  [
    'the organization’s identifier carries it',
    { [O]: '示范公司', [CN]: '章', [ORGANIZATION_ID]: `NTRCN-${CREDIT_CODE}` },
  ],
])('a unit’s certificate: %s', (_why, subject) => {
  expect(kind(subject)).toBe('unit');
});

it('a unit’s certificate: GM/T 0015 names its organization code', () => {
  expect(kind({ [CN]: '示范公司' }, ['1.2.156.10260.4.1.4'])).toBe('unit');
});

it.each([
  ['an identity number, even within a unit', { [O]: '示范局', [CN]: '张示范', [SERIAL_NUMBER]: `SF${ID_NUMBER}` }],
  [
    'an identity number beside a credit code',
    { [O]: '示范局', [OU]: CREDIT_CODE, [CN]: '张示范', [SERIAL_NUMBER]: ID_NUMBER },
  ],
  ['a personal name alone', { [CN]: '张示范' }],
  ['a personal name within a unit', { [O]: '示范局', [CN]: '张示范' }],
  ['a transcribed name', { [CN]: '阿依古丽·买买提' }],
])('a person’s certificate: %s', (_why, subject) => {
  expect(kind(subject)).toBe('person');
});

it('a person’s certificate: GM/T 0015 names the identity code', () => {
  expect(kind({ [CN]: 'Zhang' }, ['1.2.156.10260.4.1.1'])).toBe('person');
});

it.each([
  ['a server’s name', { [CN]: 'www.example.com' }],
  ['an organization without a number', { [O]: 'Example', [CN]: 'Signing' }],
  ['nothing at all', {}],
])('neither: %s', (_why, subject) => {
  expect(kind(subject)).toBe('other');
});
