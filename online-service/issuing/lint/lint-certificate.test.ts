import { validityOfNew } from '@certbridge/shared/domain/certificate-validity.ts';
import { describe, expect, it } from 'vitest';
import {
  authority,
  authorityInfoAccess,
  authorityKeyIdentifier,
  crlDistribution,
  endEntity,
  extendedKeyUsage,
  extension,
  freshestCrl,
  keyUsage,
  policies,
  subjectKeyIdentifier,
} from '../certificates/extensions.ts';
import { newSerialNumber } from '../certificates/serial-number.ts';
import { type CertificateContent, toBeSigned } from '../certificates/to-be-signed.ts';
import { nothing } from '../der/der-writer.ts';
import { distinguishedName } from '../names/distinguished-name.ts';
import { OID } from '../object-identifiers.ts';
import { keyByOpenssl } from '../testing/request-by-openssl.ts';
import { lintCertificate } from './lint-certificate.ts';

const holder = keyByOpenssl('p256').publicKey;
const issuerKey = keyByOpenssl('p256').publicKey;
const issuer = distinguishedName([{ attribute: 'commonName', value: '示例签发' }]);
const context = {
  signedWith: 'p256' as const,
  issuer,
  issuerKey,
  issuerUntil: new Date('2036-01-01T00:00:00Z'),
  use: 'sign' as const,
  mostYears: 5,
};
const EXTENSIONS = {
  constraints: endEntity(),
  usage: keyUsage(['digitalSignature', 'nonRepudiation']),
  extended: extendedKeyUsage([OID.clientAuth]),
  subjectKey: subjectKeyIdentifier(holder),
  issuerKey: authorityKeyIdentifier(issuerKey),
  policies: policies(['1.3.6.1.4.1.32473.1.1']),
  crl: crlDistribution('http://ca.example.test/crl'),
  freshest: freshestCrl('http://ca.example.test/delta'),
  access: authorityInfoAccess({ ocsp: 'http://ca.example.test/ocsp', issuers: 'http://ca.example.test/ca' }),
};
const CONTENT: CertificateContent = {
  serialNumber: newSerialNumber(),
  signedWith: 'p256',
  issuer,
  subject: distinguishedName([
    { attribute: 'country', value: 'CN' },
    { attribute: 'commonName', value: '示例单位' },
  ]),
  publicKey: holder,
  validity: validityOfNew(new Date('2026-11-21T04:00:00Z'), 1),
  extensions: Object.values(EXTENSIONS),
};
const lint = (change: Partial<CertificateContent>) => lintCertificate(toBeSigned({ ...CONTENT, ...change }), context);
const withExtension = (change: Partial<typeof EXTENSIONS>, ...more: readonly Buffer[]) => ({
  extensions: [...Object.values({ ...EXTENSIONS, ...change }), ...more],
});

it('one that keeps all rules has nothing said of it', () => {
  expect(lint({})).toEqual([]);
});

describe('what RFC 5280 and our profiles forbid is named', () => {
  const noon = { from: CONTENT.validity.from, until: new Date('2027-11-21T04:00:00Z') };
  it.each<[string, Partial<CertificateContent>]>([
    ['serial-number', { serialNumber: Buffer.from([1]) }],
    ['serial-number', { serialNumber: Buffer.alloc(21, 1) }],
    ['signature-algorithm', { signedWith: 'rsa' }],
    ['issuer-name', { issuer: CONTENT.subject }],
    ['validity-order', { validity: { from: CONTENT.validity.until, until: CONTENT.validity.from } }],
    ['validity-ends-with-a-day-in-china', { validity: noon }],
    ['validity-within-issuer', { validity: validityOfNew(new Date('2035-11-21T04:00:00Z'), 1) }],
    ['validity-length', { validity: validityOfNew(new Date('2026-11-21T04:00:00Z'), 6) }],
    ['subject-empty', { subject: distinguishedName([]) }],
    ['subject-common-name', { subject: distinguishedName([{ attribute: 'country', value: 'CN' }]) }],
    ['extension-missing 2.5.29.15', { extensions: CONTENT.extensions.filter((one) => one !== EXTENSIONS.usage) }],
    ['extension-repeated', withExtension({}, EXTENSIONS.extended)],
    ['extension-unknown', withExtension({}, extension('1.2.3.4', nothing()))],
    ['extension-critical', withExtension({ policies: extension(OID.certificatePolicies, nothing(), true) })],
    ['extension-encoding', withExtension({ access: extension(OID.authorityInfoAccess, nothing()) })],
    ['basic-constraints', withExtension({ constraints: authority() })],
    ['key-usage', withExtension({ usage: keyUsage(['digitalSignature', 'keyEncipherment']) })],
    ['extended-key-usage-any', withExtension({ extended: extendedKeyUsage([OID.ocspSigning]) })],
    ['subject-key-identifier', withExtension({ subjectKey: subjectKeyIdentifier(issuerKey) })],
    ['authority-key-identifier', withExtension({ issuerKey: authorityKeyIdentifier(holder) })],
    ['addresses', withExtension({ crl: crlDistribution('ldap://ca.example.test/crl') })],
    ['access-methods', withExtension({ access: authorityInfoAccess({ issuers: 'http://ca.example.test/ca' }) })],
  ])('%s', (rule, change) => {
    expect(lint(change)).toContain(rule);
  });
});

it('what is no certificate at all is a fault of encoding', () => {
  expect(lintCertificate(Buffer.from('3003020100', 'hex'), context)).toEqual(['encoding']);
});
