import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';

export function renewalState(keyring: Keyring): HostHandler<'renewal.state'> {
  return (input, { cancellation }) => keyring.onKey('renewal.state', input, { cancellation });
}
