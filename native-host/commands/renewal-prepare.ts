import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export function renewalPrepare(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'renewal.prepare'> {
  return withWorkOrder('renewal.prepare', (input, { cancellation, emit }) =>
    keyring.byOrder('renewal.prepare', input, { cancellation, onEvent: emit }),
  );
}
