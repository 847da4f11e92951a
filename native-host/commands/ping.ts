import { ok } from '@certbridge/shared/contract/result.ts';
import type { HostHandler } from '../host-peer.ts';

export function ping(): HostHandler<'ping'> {
  return async () => ok({});
}
