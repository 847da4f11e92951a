import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export function makingPrepare(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'making.prepare'> {
  return withWorkOrder('making.prepare', (input, { cancellation, emit }) =>
    keyring.byOrder('making.prepare', input, { cancellation, onEvent: emit }),
  );
}
