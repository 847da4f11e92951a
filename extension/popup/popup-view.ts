import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { type KeyFace, keyFace } from '../ui/keys/key-face.ts';
import { type KeylessStanding, keysStanding } from '../ui/keys/keys-standing.ts';
import type { KeysState } from '../ui/keys/keys-state.ts';

export interface PopupKey {
  readonly keyId: string;
  readonly face: KeyFace;
}

export type PopupView = KeylessStanding | { readonly kind: 'keys'; readonly keys: readonly PopupKey[] };

/** What the popup shows, as a function of the host, the keys and the time. */
export function popupView(host: HostState, state: KeysState, now: Date): PopupView {
  const standing = keysStanding(host, state);
  if (standing.kind !== 'keys') return standing;
  return { kind: 'keys', keys: state.keys.map((key) => ({ keyId: key.summary.keyId, face: keyFace(key, now) })) };
}
