import type { KeyEvent } from '@certbridge/shared/contract/key-events.ts';
import { ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { KeyDetails } from '@certbridge/shared/domain/key.ts';
import { describe, expect, it } from 'vitest';
import type { BackgroundClient } from '../../platform/background-client.ts';
import { DUE } from '../gallery/sample-keys.ts';
import { followKeys } from './follow-keys.ts';
import { type KeysState, NO_KEYS_YET, reduceKeys } from './keys-state.ts';

type Background = Pick<BackgroundClient, 'call' | 'watch'>;
const { certificates, ...KEY } = DUE;

function following() {
  let state: KeysState = NO_KEYS_YET;
  let tell: (event: KeyEvent) => void = () => undefined;
  const answers: ((result: Result<KeyDetails>) => void)[] = [];
  const background = {
    call: () => new Promise((resolve) => answers.push(resolve)),
    watch: (_name: string, _input: object, onEvent: (event: KeyEvent) => void) => {
      tell = onEvent;
      return () => undefined;
    },
  } as unknown as Background;
  const follower = followKeys({
    background,
    state: () => state,
    dispatch: (action) => {
      state = reduceKeys(state, action);
    },
  });
  return {
    follower,
    answers,
    tell: (event: KeyEvent) => tell(event),
    state: () => state,
    settled: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

describe('following the keys', () => {
  it('reads a key’s certificates as soon as it is plugged, without anybody asking', async () => {
    const it = following();
    it.tell({ type: 'inserted', key: KEY });
    expect(it.answers).toHaveLength(1);
    it.answers[0]?.(ok(DUE));
    await it.settled();
    expect(it.state().keys[0]?.certificates).toEqual(certificates);
  });

  it('takes the last of two readings, in whichever order they answer', async () => {
    const it = following();
    it.tell({ type: 'inserted', key: KEY });
    it.follower.readAgain(KEY.keyId);
    it.answers[1]?.(ok(DUE));
    it.answers[0]?.(ok({ ...DUE, certificates: [] }));
    await it.settled();
    expect(it.state().keys[0]?.certificates).toEqual(certificates);
  });
});
