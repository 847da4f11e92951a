import type { CertificateSummary } from '@certbridge/shared/domain/certificate.ts';
import type { PublicObjects } from '../pkcs11/token-driver.ts';
import { hasPrivateKey } from './has-private-key.ts';

/** As many as a key's details can carry. */
const MOST_CERTIFICATES = 32;

/**
 * The holder's certificates on a token. Those that can't be parsed are left out, and so are a certificate authority's
 * own, which come along with the chain and belong to no holder.
 */
export async function summariesOf(objects: PublicObjects, now: Date): Promise<CertificateSummary[]> {
  // Only a reading needs the ASN.1 library; a worker that merely watches starts without it.
  const { readCertificate } = await import('../../x509/read-certificate.ts');
  const byFingerprint = new Map<string, CertificateSummary>();
  for (const stored of objects.certificates) {
    const read = readCertificate(stored.der, now);
    if (!read) continue;
    const paired = hasPrivateKey(stored.id, read.isAuthority, objects);
    if (read.isAuthority && !paired) continue;
    const known = byFingerprint.get(read.summary.fingerprint)?.hasPrivateKey ?? false;
    byFingerprint.set(read.summary.fingerprint, { ...read.summary, hasPrivateKey: known || paired });
  }
  return [...byFingerprint.values()].sort(byUsefulness).slice(0, MOST_CERTIFICATES);
}

/** Drivers name objects in no order: first those that can be used here, and of these the one that lasts longest. */
function byUsefulness(one: CertificateSummary, other: CertificateSummary): number {
  return (
    Number(other.hasPrivateKey) - Number(one.hasPrivateKey) ||
    Date.parse(other.validUntil) - Date.parse(one.validUntil) ||
    one.fingerprint.localeCompare(other.fingerprint)
  );
}
