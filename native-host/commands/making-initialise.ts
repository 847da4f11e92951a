import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export function makingInitialise(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'making.initialise'> {
  return withWorkOrder('making.initialise', (input, { cancellation, emit }) =>
    keyring.byOrder('making.initialise', input, { cancellation, onEvent: emit }),
  );
}
