import type { KeyEvent } from '@certbridge/shared/contract/key-events.ts';
import type { BackgroundClient } from '../../platform/background-client.ts';
import { type KeysAction, type KeysState, keysToRead } from './keys-state.ts';

export interface KeysFollower {
  readAgain(keyId: string): void;
}

export interface KeysFollowerOptions {
  readonly background: Pick<BackgroundClient, 'call' | 'watch'>;
  readonly state: () => KeysState;
  readonly dispatch: (action: KeysAction) => void;
}

/** Watches the plugged keys, and reads the certificates of each that came or changed. */
export function followKeys({ background, state, dispatch }: KeysFollowerOptions): KeysFollower {
  let readings = 0;

  async function read(keyId: string): Promise<void> {
    readings += 1;
    const reading = readings;
    dispatch({ type: 'reading', keyId, reading });
    const result = await background.call('key.read', { keyId });
    dispatch({ type: 'read', keyId, reading, result });
  }

  background.watch('keys.watch', {}, (event: KeyEvent) => {
    const toRead = keysToRead(state(), event);
    dispatch({ type: 'event', event });
    for (const keyId of toRead) void read(keyId);
  });
  return { readAgain: (keyId) => void read(keyId) };
}
