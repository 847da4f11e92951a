import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export function renewalInstall(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'renewal.install'> {
  return withWorkOrder('renewal.install', (input, { cancellation, emit }) =>
    keyring.byOrder('renewal.install', input, { cancellation, onEvent: emit }),
  );
}
