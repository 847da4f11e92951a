import { createHash } from 'node:crypto';
import type { WorkOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import type { MakingRules } from './making-rules.ts';

/**
 * The administrator's password of a key that is being made, for the moments until it gets its own. Anyone with the
 * order could work it out: it protects an empty key, and lets a making that was cut go on.
 */
export function transportPin({ order, terms }: WorkOrderClaims, { soPinLength }: MakingRules): string {
  return createHash('sha256')
    .update(`certbridge transport\0${order}\0${terms.label ?? ''}`)
    .digest('hex')
    .slice(0, soPinLength);
}
