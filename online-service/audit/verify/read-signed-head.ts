import type { SignedHead } from '../signed-head.ts';

/** Without a schema library: the verifier is to be read in one sitting. */
export function readSignedHead(text: string): SignedHead | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { sequence, hash, at, keyId, signature } = read as Partial<Record<keyof SignedHead, unknown>>;
  const texts = [hash, at, keyId, signature].every((each) => typeof each === 'string');
  return texts && Number.isSafeInteger(sequence) ? ({ sequence, hash, at, keyId, signature } as SignedHead) : undefined;
}
