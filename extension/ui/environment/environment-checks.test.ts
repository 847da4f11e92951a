import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { describe, expect, it } from 'vitest';
import { DUE } from '../gallery/sample-keys.ts';
import { type KeysState, NO_KEYS_YET } from '../keys/keys-state.ts';
import { environmentChecks } from './environment-checks.ts';

const { certificates: _, ...summary } = DUE;
const connected: HostState = { state: 'connected', version: '0.1.0', capabilities: [] };
const oneKey: KeysState = {
  known: true,
  keys: [{ summary, certificates: undefined, error: undefined, reading: undefined }],
  troubles: [],
};
const tones = (host: HostState, keys: KeysState) =>
  Object.fromEntries(environmentChecks({ version: '0.1.0', host, keys }).map(({ id, tone }) => [id, tone]));

describe('the check of the environment', () => {
  it('is all fine with a host, drivers without trouble, and a key', () => {
    expect(tones(connected, oneKey)).toEqual({ extension: 'ok', host: 'ok', drivers: 'ok', keys: 'ok' });
  });

  it('asks for attention when no key is seen, and when a driver is in trouble', () => {
    const troubles = [{ module: summary.module, error: { code: 'MODULE_CRASHED' as const } }];
    expect(tones(connected, { known: true, keys: [], troubles })).toMatchObject({
      drivers: 'attention',
      keys: 'attention',
    });
  });

  it('says nothing about drivers and keys that it cannot know', () => {
    const missing: HostState = { state: 'unavailable', error: { code: 'HOST_NOT_REGISTERED' } };
    expect(tones(missing, oneKey)).toEqual({ extension: 'ok', host: 'trouble', drivers: 'waiting', keys: 'waiting' });
    expect(tones(connected, NO_KEYS_YET)).toMatchObject({ drivers: 'waiting', keys: 'waiting' });
  });

  it('waits while the host is being reached, and minds when it stopped', () => {
    expect(tones({ state: 'connecting' }, NO_KEYS_YET)).toMatchObject({ host: 'waiting' });
    const lost: HostState = { state: 'reconnecting', error: { code: 'HOST_EXITED' }, attempt: 3 };
    expect(tones(lost, oneKey)).toMatchObject({ host: 'attention', keys: 'waiting' });
  });
});
