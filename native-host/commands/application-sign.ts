import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export function applicationSign(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'application.sign'> {
  return withWorkOrder('application.sign', (input, { cancellation }) =>
    keyring.byOrder('application.sign', input, { cancellation }),
  );
}
