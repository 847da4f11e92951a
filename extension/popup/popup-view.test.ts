import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { describe, expect, it } from 'vitest';
import { DUE } from '../ui/gallery/sample-keys.ts';
import { type KeysState, NO_KEYS_YET } from '../ui/keys/keys-state.ts';
import { popupView } from './popup-view.ts';

const NOW = new Date('2025-11-21T10:30:00+08:00');
const { certificates, ...summary } = DUE;
const connected: HostState = { state: 'connected', version: '0.1.0', capabilities: [] };
const missing: HostState = { state: 'unavailable', error: { code: 'HOST_NOT_REGISTERED' } };
const lost: HostState = { state: 'reconnecting', error: { code: 'HOST_EXITED' }, attempt: 1 };
const none: KeysState = { known: true, keys: [], troubles: [] };
const one: KeysState = { ...none, keys: [{ summary, certificates, error: undefined, reading: undefined }] };

describe('the popup shows', () => {
  it('each plugged key by its card', () => {
    const view = popupView(connected, one, NOW);
    expect(view).toMatchObject({ kind: 'keys', keys: [{ face: { state: 'due', tail: '0926' } }] });
  });

  it.each<[string, HostState, KeysState]>([
    ['connecting', { state: 'idle' }, NO_KEYS_YET],
    ['connecting', { state: 'connecting' }, NO_KEYS_YET],
    ['looking', connected, NO_KEYS_YET],
    ['none', connected, none],
    ['host-away', lost, none],
    ['unavailable', missing, one],
  ])('%s', (kind, host, keys) => {
    expect(popupView(host, keys, NOW).kind).toBe(kind);
  });

  it('that there is no driver, instead of asking for a key that nobody could see', () => {
    const troubles = [{ module: summary.module, error: { code: 'NO_MODULES' as const } }];
    expect(popupView(connected, { ...none, troubles }, NOW)).toMatchObject({ kind: 'no-drivers' });
  });
});
