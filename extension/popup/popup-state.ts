import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BackgroundClient } from '../platform/background-client.ts';
import { followKeys } from '../ui/keys/follow-keys.ts';
import { type KeysState, NO_KEYS_YET, reduceKeys } from '../ui/keys/keys-state.ts';

export type PopupScreen = 'keys' | 'environment';

export interface Popup {
  readonly host: ReadonlySignal<HostState>;
  readonly keys: ReadonlySignal<KeysState>;
  readonly screen: ReadonlySignal<PopupScreen>;
  go(screen: PopupScreen): void;
  retryHost(): void;
  openPanel(): void;
}

export interface PopupSurroundings {
  readonly background: Pick<BackgroundClient, 'call' | 'watch'>;
  readonly closeWindow: () => void;
}

export function startPopup({ background, closeWindow }: PopupSurroundings): Popup {
  const host = signal<HostState>({ state: 'idle' });
  const keys = signal<KeysState>(NO_KEYS_YET);
  const screen = signal<PopupScreen>('keys');

  followKeys({
    background,
    state: () => keys.value,
    dispatch: (action) => {
      keys.value = reduceKeys(keys.value, action);
    },
  });
  background.watch('host.watch', {}, (state: HostState) => {
    host.value = state;
  });
  return {
    host,
    keys,
    screen,
    go: (to) => {
      screen.value = to;
    },
    retryHost: () => void background.call('host.retry', {}),
    // The panel takes over in its tab; a popup that stays open would only cover it.
    openPanel: () => void background.call('panel.openTab', {}).then(closeWindow),
  };
}
