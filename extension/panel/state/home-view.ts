import type { ModuleTrouble } from '@certbridge/shared/contract/key-events.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { CertificateSummary } from '@certbridge/shared/domain/certificate.ts';
import type { KeySummary } from '@certbridge/shared/domain/key.ts';
import { type KeyFace, keyFace } from '../../ui/keys/key-face.ts';
import { type KeylessStanding, keysStanding } from '../../ui/keys/keys-standing.ts';
import type { PluggedKey } from '../../ui/keys/keys-state.ts';
import { isNoDrivers } from '../../ui/keys/no-drivers.ts';
import { type KeyHint, keyHint } from './key-hint.ts';
import type { PanelState } from './panel-state.ts';
import { type Tile, tilesOf } from './tiles-of.ts';

export interface KeyBox {
  readonly summary: KeySummary;
  readonly face: KeyFace;
  readonly hint: KeyHint;
  readonly certificates: readonly CertificateSummary[];
}

export type KeysView = KeylessStanding | { readonly kind: 'cards'; readonly boxes: readonly KeyBox[] };

export type BusinessesView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: PublicError; readonly retrying: boolean }
  | { readonly kind: 'tiles'; readonly tiles: readonly Tile[] };

export interface HomeView {
  readonly keys: KeysView;
  readonly troubles: readonly ModuleTrouble[];
  readonly businesses: BusinessesView;
}

/** Everything that the home screen shows, as a function of what is known and the time. */
export function homeView(state: PanelState, now: Date): HomeView {
  return {
    keys: keysView(state, now),
    troubles: state.host.state === 'unavailable' ? [] : state.keys.troubles.filter((one) => !isNoDrivers(one)),
    businesses: businessesView(state),
  };
}

function keysView(state: PanelState, now: Date): KeysView {
  const standing = keysStanding(state.host, state.keys);
  if (standing.kind !== 'keys') return standing;
  return { kind: 'cards', boxes: state.keys.keys.map((key) => keyBox(key, state, now)) };
}

function keyBox(key: PluggedKey, { channel }: PanelState, now: Date): KeyBox {
  const face = keyFace(key, now);
  return {
    summary: key.summary,
    face,
    hint: keyHint(key, { face, channel, now }),
    certificates: key.certificates ?? [],
  };
}

function businessesView({ channel, contextError }: PanelState): BusinessesView {
  if (channel.value) return { kind: 'tiles', tiles: tilesOf(channel.value) };
  const error = channel.error ?? contextError;
  return error ? { kind: 'failed', error, retrying: channel.loading } : { kind: 'loading' };
}
