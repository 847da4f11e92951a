import * as z from 'zod/mini';

/** RFC 8725 section 3.11: a token for another purpose, signed by the same service, is not an order. */
export const WORK_ORDER_TYPE = 'certbridge-work-order+jwt';

/** Exactly these: no embedded key, no address of a key, no `crit`, nothing that a later library might obey. */
const header = z.strictObject({
  alg: z.literal('ES256'),
  kid: z.string().check(z.regex(/^[\w.-]{1,64}$/)),
  typ: z.literal(WORK_ORDER_TYPE),
});

export type JwsHeader = z.infer<typeof header>;

/** r and s of P-256, RFC 7518 section 3.4. */
const SIGNATURE_BYTES = 64;

/** The header of a compact JWS in its one spelling; nothing when anything about its form is off. */
export function readJwsHeader(jws: string): JwsHeader | undefined {
  const [first, payload, signature, ...more] = jws.split('.').map(strictBytes);
  if (!first || !payload || signature?.length !== SIGNATURE_BYTES || more.length > 0) return undefined;
  const read = header.safeParse(readJson(first));
  return read.success ? read.data : undefined;
}

/**
 * Nothing when it is not JSON in UTF-8, or when an object has two members of one name: RFC 7515 section 4 and RFC 7519
 * section 4 want them unique, since programs differ in which of the two they read.
 */
export function readJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return namesIn(text) === membersOf(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** In a text that is JSON: strings, of which those before a colon are names. */
function namesIn(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;
}

/** What was kept of them. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value);
  return inner.reduce<number>((sum, one) => sum + membersOf(one), Array.isArray(value) ? 0 : inner.length);
}

/** RFC 4648 section 3.5: decoders forgive spare bits at the end, by which one order would have several spellings. */
function strictBytes(segment: string): Uint8Array | undefined {
  const bytes = Buffer.from(segment, 'base64url');
  return bytes.length > 0 && bytes.toString('base64url') === segment ? bytes : undefined;
}
