import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export function pinChange(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'pin.change'> {
  return withWorkOrder('pin.change', (input, { cancellation }) =>
    keyring.byOrder('pin.change', input, { cancellation }),
  );
}
