import type { CodeFor } from '../orders/one-time-codes.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';

/** Six digits are searched through in no time, so their hash is keyed; the same digits elsewhere hash to something else. */
export function codeHash(index: BlindIndex, bound: CodeFor & { readonly id: string }, code: string): Uint8Array {
  return index.of('code', `${bound.id} ${bound.purpose} ${bound.subject} ${code}`);
}
