import * as z from 'zod/mini';

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/));

/** What the child process that fills a SoftHSM token is told on stdin, and answers on stdout. */
export const softTokenJob = z.strictObject({
  module: z.string(),
  label: z.string().check(z.maxLength(32), z.regex(/^[\x20-\x7e]+$/)),
  pin: z.string(),
  soPin: z.string(),
  pairs: z.array(
    z.strictObject({
      ckaId: z.int(),
      label: z.string(),
      use: z.enum(['sign', 'encrypt']),
      /** PKCS#8. */
      key: base64,
      certificate: base64,
    }),
  ),
});

export const softTokenReport = z.strictObject({ serial: z.string() });

export type SoftTokenJob = z.infer<typeof softTokenJob>;
export type SoftTokenReport = z.infer<typeof softTokenReport>;
