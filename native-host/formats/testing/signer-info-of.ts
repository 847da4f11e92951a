import { elementsOf } from '../der/elements-of.ts';

/** The fields of our SignedData's only signer: version, sid, digest, `[0]` attributes, algorithm, signature. */
export function signerInfoOf(cms: Uint8Array): Uint8Array[] {
  // ContentInfo, its `[0]`, SignedData, the last field of that, the signer: each the last of the one before.
  const last = (encoding: Uint8Array) => elementsOf(encoding).at(-1) ?? new Uint8Array(0);
  return elementsOf(last(last(last(last(cms)))));
}
