import type { CERTIFICATE_USES } from '@certbridge/shared/domain/certificate.ts';
import { KeyUsageFlags } from '@peculiar/asn1-x509';

type CertificateUse = (typeof CERTIFICATE_USES)[number];

const SIGN = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;
const ENCRYPT = KeyUsageFlags.keyEncipherment | KeyUsageFlags.dataEncipherment | KeyUsageFlags.keyAgreement;

/** RFC 5280 section 4.2.1.3: a certificate that does not restrict its key may be used for everything. */
export function certificateUses(keyUsage: number | undefined): CertificateUse[] {
  if (keyUsage === undefined) return ['sign', 'encrypt'];
  return [
    ...((keyUsage & SIGN) !== 0 ? (['sign'] as const) : []),
    ...((keyUsage & ENCRYPT) !== 0 ? (['encrypt'] as const) : []),
  ];
}
