/** As many certificates, or keys, as a few full keys hold together. */
const MOST_REMEMBERED = 64;

/**
 * What the same bytes always give: to parse a certificate takes longer than to read it from a key. Bytes that give nothing
 * are looked at anew each time, and so are those that throw.
 */
export function remembering<Read extends object>(read: (bytes: Uint8Array) => Read): (bytes: Uint8Array) => Read;
export function remembering<Read extends object>(
  read: (bytes: Uint8Array) => Read | undefined,
): (bytes: Uint8Array) => Read | undefined;
export function remembering<Read extends object>(
  read: (bytes: Uint8Array) => Read | undefined,
): (bytes: Uint8Array) => Read | undefined {
  const remembered = new Map<string, Read>();
  return (bytes) => {
    const name = Buffer.from(bytes).toString('latin1');
    const known = remembered.get(name);
    if (known) return known;
    const made = read(bytes);
    if (!made) return undefined;
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size >= MOST_REMEMBERED) remembered.delete(oldest);
    remembered.set(name, made);
    return made;
  };
}
