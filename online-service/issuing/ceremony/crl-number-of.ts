import { AsnConvert } from '@peculiar/asn1-schema';
import { CertificateList } from '@peculiar/asn1-x509';
import { readElement } from '../der/der-reader.ts';
import { OID } from '../object-identifiers.ts';

export function crlNumberOf(crl: Buffer): number {
  const { tbsCertList } = AsnConvert.parse(crl, CertificateList);
  const found = tbsCertList.crlExtensions?.find(({ extnID }) => extnID === OID.crlNumber);
  if (!found) throw new Error('a list without a number');
  return Number.parseInt(readElement(new Uint8Array(found.extnValue.buffer)).content.toString('hex'), 16);
}
