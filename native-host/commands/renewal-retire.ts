import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export function renewalRetire(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'renewal.retire'> {
  return withWorkOrder('renewal.retire', (input, { cancellation }) =>
    keyring.byOrder('renewal.retire', input, { cancellation }),
  );
}
