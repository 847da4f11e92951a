import { createHash } from 'node:crypto';
import type { CertificateSummary } from '@certbridge/shared/domain/certificate.ts';
import { type CertificateParts, certificateParts } from '../../../formats/certificate/certificate-parts.ts';
import { samePublicKey } from '../../../formats/public-key/public-key.ts';
import { readCertificate } from '../../../x509/read-certificate.ts';
import type { TokenObject, TokenSession } from '../../pkcs11/token-session.ts';

export interface TokenCertificate extends CertificateParts {
  readonly object: TokenObject;
  readonly id: Uint8Array;
  readonly fingerprint: string;
  readonly uses: CertificateSummary['uses'];
  readonly isAuthority: boolean;
}

/** Every certificate that can be read; one broken entry does not hide the others. */
export function tokenCertificates(session: TokenSession): TokenCertificate[] {
  return session.find('certificate').flatMap((object) => {
    const read = readParts(session.valueOf(object));
    return read ? [{ object, id: session.idOf(object), ...read }] : [];
  });
}

type Parts = Omit<TokenCertificate, 'object' | 'id'>;

/** A verb meets the same few certificates dozens of times, and reading one takes longer than fetching it. */
const alreadyRead = new Map<string, Parts | undefined>();
const MOST_KEPT = 64;

/** Nothing when it is no certificate. */
export function readParts(bytes: Uint8Array): Parts | undefined {
  const name = fingerprintOf(bytes);
  if (!alreadyRead.has(name)) {
    if (alreadyRead.size >= MOST_KEPT) alreadyRead.clear();
    alreadyRead.set(name, partsOf(bytes));
  }
  return alreadyRead.get(name);
}

function partsOf(bytes: Uint8Array): Parts | undefined {
  try {
    const parts = certificateParts(bytes);
    const { summary, isAuthority } = readCertificate(parts.der, new Date(0)) ?? {};
    const uses = summary?.uses ?? ['sign', 'encrypt'];
    return { ...parts, fingerprint: fingerprintOf(parts.der), uses, isAuthority: isAuthority ?? false };
  } catch {
    return undefined;
  }
}

export function fingerprintOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}

/** The authorities above a certificate, as far as they are on the token; by name, as X.509 chains are. */
export function chainOf(certificate: TokenCertificate, all: readonly TokenCertificate[]): Uint8Array[] {
  const chain: TokenCertificate[] = [];
  let last = certificate;
  for (;;) {
    const { issuer } = last;
    const next = all.find((one) => one.isAuthority && Buffer.from(one.subject).equals(issuer) && !chain.includes(one));
    if (!next) return chain.map(({ der }) => der);
    chain.push(next);
    last = next;
  }
}

/** Visible after login. Bound by the public key where the private one tells it; a signature's check binds the rest. */
export function privateKeyOf(session: TokenSession, { id, publicKey }: TokenCertificate): TokenObject | undefined {
  if (id.length === 0) return undefined;
  return session.find('private-key', { id }).find((key) => {
    const own = session.publicKeyOf(key);
    return own === undefined || samePublicKey(own, publicKey);
  });
}
