import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { KeysState } from './keys-state.ts';
import { isNoDrivers } from './no-drivers.ts';

/** Why there is no key to show. */
export type KeylessStanding =
  /** Not known yet: a card-shaped place is kept. */
  | { readonly kind: 'connecting' | 'looking' }
  | { readonly kind: 'none' }
  | { readonly kind: 'host-away' }
  /** Only a person can help: the host is not there, or there is no driver at all. */
  | { readonly kind: 'unavailable' | 'no-drivers'; readonly error: PublicError };

/** How things stand with the keys, in panel and popup alike. Keys that were seen stay while the host is reached again. */
export function keysStanding(host: HostState, keys: KeysState): KeylessStanding | { readonly kind: 'keys' } {
  if (host.state === 'unavailable') return { kind: 'unavailable', error: host.error };
  if (keys.keys.length > 0) return { kind: 'keys' };
  if (host.state === 'reconnecting') return { kind: 'host-away' };
  if (host.state !== 'connected') return { kind: 'connecting' };
  const noDrivers = keys.troubles.find(isNoDrivers);
  if (noDrivers) return { kind: 'no-drivers', error: noDrivers.error };
  return { kind: keys.known ? 'none' : 'looking' };
}
