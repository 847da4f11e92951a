import { createHash } from 'node:crypto';
import type { PairUse } from '@certbridge/shared/contract/work-order.ts';
import type { ObjectTag } from '../../pkcs11/token-session.ts';

const ID_BYTES = 20;

/**
 * What an order's objects are known by on the token, before the pair exists and after: the token is the order's journal.
 * The id is derived from the order and not from the key, so that a half-made pair is found again; pair and certificate
 * share it, by which other software finds them together.
 */
export function orderTag(order: string, use: PairUse): ObjectTag {
  const id = createHash('sha256').update(`certbridge order\0${order}\0${use}`).digest().subarray(0, ID_BYTES);
  return { id, label: `cb:${order}:${use}` };
}

export type OrderPaper = 'seal' | 'custody' | 'made';

/** Data objects of an order: the seal's image, and what making notes for itself. */
export function paperLabel(order: string, paper: OrderPaper): string {
  return `cb:${order}:${paper}`;
}
