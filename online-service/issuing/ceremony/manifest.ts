import * as z from 'zod/mini';
import { AUTHORITY_ALGORITHMS } from '../algorithms.ts';
import { keyPlace } from '../keys/key-place.ts';
import { POLICY_ARC } from '../profiles/policy-arc.ts';

export const MANIFEST_FILE = 'authority.json';

/** What a ceremony leaves beside certificates and keys. Nothing in it is secret. */
export const manifest = z.strictObject({
  format: z.literal('certbridge-authority-1'),
  /** RFC 5280, 4.2.1.13: revocation lists are read over HTTP, since checking HTTPS would need them. */
  url: z.url({ protocol: /^http$/ }).check(z.maxLength(200)),
  organisation: z.string().check(z.minLength(1), z.maxLength(40)),
  policyArc: z.string().check(z.regex(POLICY_ARC)),
  authorities: z
    .array(
      z.strictObject({
        algorithm: z.enum(AUTHORITY_ALGORITHMS),
        root: keyPlace,
        issuing: keyPlace,
        responder: keyPlace,
      }),
    )
    .check(z.minLength(1), z.maxLength(AUTHORITY_ALGORITHMS.length)),
});
export type Manifest = z.infer<typeof manifest>;
