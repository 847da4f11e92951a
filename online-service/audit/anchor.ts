import type { SignedHead } from './signed-head.ts';

/** A place outside the database that keeps signed heads: whoever cuts the chain there does not reach here. */
export interface AnchorPlace {
  /** Still there after a power cut. The same head may come again. */
  keep(signed: SignedHead): Promise<void>;
}

/** Sorts as the chain does, and no head takes another's place. */
export function anchorName({ sequence, hash, at }: SignedHead): string {
  return `${at.slice(0, 10)}/${String(sequence).padStart(15, '0')}-${hash.slice(0, 16)}`;
}

export function anchorBytes(signed: SignedHead): Buffer {
  return Buffer.from(`${JSON.stringify(signed)}\n`, 'utf8');
}
