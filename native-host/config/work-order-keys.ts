import * as z from 'zod/mini';

const coordinate = z.string().check(z.regex(/^[\w-]{43}$/));

/** RFC 7517, P-256 and public only: a file that also holds the private key is refused, so that nobody installs one. */
export const workOrderKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  kid: z.string().check(z.regex(/^[\w.-]{1,64}$/)),
  alg: z.optional(z.literal('ES256')),
  use: z.optional(z.literal('sig')),
});

/** A JWK set. Several at once, so that the service changes its key while hosts with older installations go on. */
export const workOrderKeys = z.strictObject({
  keys: z.array(workOrderKey).check(
    z.maxLength(8),
    z.refine((keys) => new Set(keys.map((key) => key.kid)).size === keys.length),
  ),
});

export type WorkOrderKey = z.infer<typeof workOrderKey>;
export type WorkOrderKeys = z.infer<typeof workOrderKeys>;
