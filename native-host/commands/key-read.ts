import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';

export function keyRead(keyring: Keyring): HostHandler<'key.read'> {
  return ({ keyId }, { cancellation }) => keyring.read(keyId, cancellation);
}
