import { ok } from '@certbridge/shared/contract/result.ts';
import type { HostHandler } from '../host-peer.ts';
import type { Unlockings } from '../unlock/sealed-so-pins.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

/** The key itself is not asked: that it is there was seen at the door, and its passwords have not been released yet. */
export function unlockBegin(withWorkOrder: WithWorkOrder, unlockings: Unlockings): HostHandler<'unlock.begin'> {
  return withWorkOrder('unlock.begin', async ({ claims }) => ok(await unlockings.begin(claims)));
}
