import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';

export function keyIdentify(keyring: Keyring): HostHandler<'key.identify'> {
  return (input, { cancellation }) => keyring.onKey('key.identify', input, { cancellation });
}
