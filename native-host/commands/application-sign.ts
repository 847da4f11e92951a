import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

/** Opens the key, logs in and looks for the pair while the disk writes that the order is used; then the key signs. */
export function applicationSign(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'application.sign'> {
  return withWorkOrder.early('application.sign', (input, { cancellation, kept }) =>
    keyring.signOnceKept(input, { cancellation, kept }),
  );
}
