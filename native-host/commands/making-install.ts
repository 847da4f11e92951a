import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export function makingInstall(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'making.install'> {
  return withWorkOrder('making.install', (input, { cancellation, emit }) =>
    keyring.byOrder('making.install', input, { cancellation, onEvent: emit }),
  );
}
