import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export function decryptCheck(keyring: Keyring, withWorkOrder: WithWorkOrder): HostHandler<'decrypt.check'> {
  return withWorkOrder('decrypt.check', (input, { cancellation }) =>
    keyring.byOrder('decrypt.check', input, { cancellation }),
  );
}
