import * as z from 'zod/mini';

/** Whom a certificate speaks for. `other`: not one of the kinds that we issue. */
export const CERTIFICATE_KINDS = ['unit', 'person', 'other'] as const;
export const CERTIFICATE_USES = ['sign', 'encrypt'] as const;

/** What may be shown of a certificate: everything here is public in the certificate itself. */
export const certificateSummary = z.strictObject({
  /** SHA-256 over the DER, hex. */
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  holder: z.string().check(z.maxLength(200)),
  kind: z.enum(CERTIFICATE_KINDS),
  issuer: z.string().check(z.maxLength(200)),
  /** As in the certificate, hex without leading zeros beyond the whole byte. */
  serial: z.string().check(z.regex(/^[0-9a-f]{2,64}$/)),
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  /** Calendar days in China's time zone; 0 on the last day, negative afterwards. */
  daysLeft: z.int(),
  /** For example RSA-2048, EC P-256, SM2. */
  algorithm: z.string().check(z.maxLength(40)),
  uses: z.array(z.enum(CERTIFICATE_USES)).check(z.maxLength(2)),
  /** False for an orphan certificate: its private key is not on this key. */
  hasPrivateKey: z.boolean(),
});

export type CertificateSummary = z.infer<typeof certificateSummary>;
