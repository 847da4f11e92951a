/**
 * The certificate without what follows it: some tokens hand out the whole file that it stands in. Nothing when the
 * bytes don't begin with a complete SEQUENCE in definite length (X.690 section 10.1).
 */
export function exactDer(bytes: Uint8Array): Uint8Array | undefined {
  const [tag, first] = bytes;
  if (tag !== 0x30 || first === undefined) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 3) return undefined;
  const body =
    lengthBytes === 0 ? first : bytes.subarray(2, 2 + lengthBytes).reduce((length, byte) => length * 256 + byte, 0);
  const total = 2 + lengthBytes + body;
  return total <= bytes.length ? bytes.subarray(0, total) : undefined;
}
