import * as z from 'zod/mini';

/** Where a key of the authority lies: an encrypted file of its folder, or a token. Never the database. */
export const keyPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), file: z.string().check(z.regex(/^[a-z0-9-]{1,60}\.key$/)) }),
  z.strictObject({
    kind: z.literal('pkcs11'),
    module: z.string().check(z.minLength(1), z.maxLength(4096)),
    token: z.string().check(z.minLength(1), z.maxLength(32)),
    label: z.string().check(z.minLength(1), z.maxLength(100)),
  }),
]);
export type KeyPlace = z.infer<typeof keyPlace>;
