import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { partsOf, readElement } from '../der/der-reader.ts';

export interface NameAndKey {
  /** Name of the subject and SubjectPublicKeyInfo, byte for byte as they stand there. */
  readonly name: Buffer;
  readonly publicKey: Buffer;
  readonly validUntil: Date;
}

export function nameAndKeyOf(certificate: Buffer): NameAndKey {
  const [tbs] = partsOf(readElement(certificate));
  const [, , , , , subject, publicKey] = tbs ? partsOf(tbs) : [];
  if (!subject || !publicKey) throw new Error('not a certificate of version 3');
  const { tbsCertificate } = AsnConvert.parse(certificate, Certificate);
  return { name: subject.whole, publicKey: publicKey.whole, validUntil: tbsCertificate.validity.notAfter.getTime() };
}
