import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';

export function keysWatch(keyring: Keyring): HostHandler<'keys.watch'> {
  return async (_input, { cancellation, emit }) => {
    if (keyring.isEmpty) return fail('NO_MODULES');
    await keyring.watch({ emit, cancellation });
    return ok({});
  };
}
