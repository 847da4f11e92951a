import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';

export function pinVerify(keyring: Keyring): HostHandler<'pin.verify'> {
  return (input, { cancellation }) => keyring.onKey('pin.verify', input, { cancellation });
}
