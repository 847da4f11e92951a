import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { describe, expect, it } from 'vitest';
import { DUE } from '../gallery/sample-keys.ts';
import { announcementOf } from './announcement.ts';
import { type KeysState, NO_KEYS_YET, type PluggedKey } from './keys-state.ts';

const NOW = new Date('2025-11-21T10:30:00+08:00');
const { certificates, ...summary } = DUE;
const host: HostState = { state: 'connected', version: '1', capabilities: [] };
const unread: PluggedKey = { summary, certificates: undefined, error: undefined, reading: 1 };
const readKey: PluggedKey = { ...unread, certificates, reading: undefined };
const holding = (...keys: PluggedKey[]): KeysState => ({ known: true, keys, troubles: [] });
const heard = (before: KeysState, after: KeysState) =>
  announcementOf({ host, keys: before }, { host, keys: after }, NOW);

describe('what is said aloud', () => {
  it('a key that comes, then what it is, then that it went', () => {
    expect(heard(holding(), holding(unread))).toEqual({ kind: 'plugged' });
    expect(heard(holding(unread), holding(readKey))).toEqual({
      kind: 'read',
      holder: '示例建设工程有限公司',
      state: 'due',
    });
    expect(heard(holding(readKey), holding())).toEqual({ kind: 'pulled', holder: '示例建设工程有限公司' });
  });

  it('nothing about keys that were there before the page was', () => {
    expect(heard(NO_KEYS_YET, holding(unread))).toBeUndefined();
  });

  it('nothing when nothing happened, or a key was read again', () => {
    expect(heard(holding(readKey), holding(readKey))).toBeUndefined();
    expect(heard(holding(readKey), holding({ ...readKey, reading: 2 }))).toBeUndefined();
  });

  it('that the host is back', () => {
    const lost: HostState = { state: 'reconnecting', error: { code: 'HOST_EXITED' }, attempt: 1 };
    const keys = holding();
    expect(announcementOf({ host: lost, keys }, { host, keys }, NOW)).toEqual({ kind: 'host-back' });
    expect(announcementOf({ host: { state: 'connecting' }, keys }, { host, keys }, NOW)).toBeUndefined();
  });
});
