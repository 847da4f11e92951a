import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { type FaceState, keyFace } from './key-face.ts';
import type { KeysState, PluggedKey } from './keys-state.ts';

/** What a screen reader says about a change, once: a key came, its certificate was read, a key went. */
export type Announcement =
  | { readonly kind: 'plugged' }
  | { readonly kind: 'read'; readonly holder: string; readonly state: FaceState }
  | { readonly kind: 'pulled'; readonly holder: string }
  | { readonly kind: 'host-back' };

export interface Heard {
  readonly host: HostState;
  readonly keys: KeysState;
}

/** Keys that were already there when the page opened are read like the rest of the page, not called out. */
export function announcementOf(before: Heard, after: Heard, now: Date): Announcement | undefined {
  return keysAnnouncement(before.keys, after.keys, now) ?? hostAnnouncement(before.host, after.host);
}

function keysAnnouncement(before: KeysState, after: KeysState, now: Date): Announcement | undefined {
  const gone = before.keys.find((key) => !find(after, key));
  if (gone) return { kind: 'pulled', holder: keyFace(gone, now).title };
  for (const key of after.keys) {
    const was = find(before, key);
    if (!was && before.known) return { kind: 'plugged' };
    if (was && isUnread(was) && !isUnread(key)) {
      const { title, state } = keyFace(key, now);
      return { kind: 'read', holder: title, state };
    }
  }
  return undefined;
}

/** That it went away is said by the banner; the banner's going away says nothing. */
function hostAnnouncement(before: HostState, after: HostState): Announcement | undefined {
  const wasLost = before.state === 'reconnecting' || before.state === 'unavailable';
  return wasLost && after.state === 'connected' ? { kind: 'host-back' } : undefined;
}

function find(state: KeysState, key: PluggedKey): PluggedKey | undefined {
  return state.keys.find((one) => one.summary.keyId === key.summary.keyId);
}

function isUnread(key: PluggedKey): boolean {
  return !key.certificates && !key.error;
}
