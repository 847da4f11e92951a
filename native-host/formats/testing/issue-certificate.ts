import { createHash } from 'node:crypto';
import type { CERTIFICATE_USES } from '@certbridge/shared/domain/certificate.ts';
import { bitString, context, integer, objectIdentifier, octetString, sequence, time, yes } from '../der/der-writer.ts';
import { subjectName } from '../request/subject-name.ts';
import { SIGNATURE_IDENTIFIERS } from '../signature-algorithms.ts';
import type { Signer } from '../signer.ts';

type CertificateUse = (typeof CERTIFICATE_USES)[number];

export interface CertificateOrder {
  /** Name, DER. */
  readonly subject: Uint8Array;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** What the certificate is for; an authority's has none of these. */
  readonly uses: readonly CertificateUse[] | 'authority';
  readonly issuer: { readonly name: Uint8Array; readonly signer: Signer };
  readonly serialNumber?: number;
  readonly validFrom?: Date;
  readonly validUntil?: Date;
}

const VERSION_3 = 2;
const DAY_MS = 86_400_000;

/** A certificate by RFC 5280 and GM/T 0015, for tests. */
export async function issueCertificate(order: CertificateOrder): Promise<Uint8Array> {
  const { issuer, serialNumber = 0x0c0ffee } = order;
  const { validFrom = new Date(Date.now() - DAY_MS), validUntil = new Date(Date.now() + 365 * DAY_MS) } = order;
  const algorithm = SIGNATURE_IDENTIFIERS[issuer.signer.form];
  const tbs = sequence(
    context(0, integer(VERSION_3)),
    integer(serialNumber),
    algorithm,
    issuer.name,
    sequence(time(validFrom), time(validUntil)),
    order.subject,
    order.publicKey,
    context(3, sequence(...extensions(order))),
  );
  return sequence(tbs, algorithm, bitString(await issuer.signer.sign(tbs)));
}

/** A root and what it issues. */
export async function testAuthority(signer: Signer, commonName = '示范根证书') {
  const name = subjectName([
    { type: 'country', value: 'CN' },
    { type: 'commonName', value: commonName },
  ]);
  const issuer = { name, signer };
  const certificate = await issueCertificate({
    subject: name,
    publicKey: signer.publicKey,
    uses: 'authority',
    issuer,
    serialNumber: 1,
  });
  const issue = (order: Omit<CertificateOrder, 'issuer'>) => issueCertificate({ ...order, issuer });
  return { name, certificate, issue };
}

const OIDS = { basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15', subjectKeyIdentifier: '2.5.29.14' } as const;
/** RFC 5280 section 4.2.1.3, as the first byte of the BIT STRING. */
const USAGE_BITS = { sign: 0xc0, encrypt: 0x38, authority: 0x06 } as const;

function extensions({ uses, publicKey }: CertificateOrder): Uint8Array[] {
  const bits = uses === 'authority' ? USAGE_BITS.authority : uses.reduce((sum, use) => sum | USAGE_BITS[use], 0);
  const constraints = uses === 'authority' ? sequence(yes()) : sequence();
  const keyIdentifier = octetString(createHash('sha1').update(publicKey).digest());
  return [
    extension(OIDS.basicConstraints, yes(), constraints),
    extension(OIDS.keyUsage, yes(), usageBits(bits)),
    extension(OIDS.subjectKeyIdentifier, new Uint8Array(0), keyIdentifier),
  ];
}

const extension = (oid: string, critical: Uint8Array, value: Uint8Array): Uint8Array =>
  sequence(objectIdentifier(oid), critical, octetString(value));

/** X.690 section 11.2.2: no zero bits at the end of a named bit list. */
function usageBits(bits: number): Uint8Array {
  let unused = 0;
  while (unused < 7 && ((bits >> unused) & 1) === 0) unused += 1;
  return bitString(Uint8Array.of(bits), unused);
}
