import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';

export function keysList(keyring: Keyring): HostHandler<'keys.list'> {
  return async (_input, { cancellation }) =>
    keyring.isEmpty ? fail('NO_MODULES') : ok(await keyring.list(cancellation));
}
