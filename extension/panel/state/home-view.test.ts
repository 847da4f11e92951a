import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import type { KeyDetails } from '@certbridge/shared/domain/key.ts';
import { describe, expect, it } from 'vitest';
import { SAMPLE_CHANNEL } from '../../ui/gallery/sample-channel.ts';
import { DUE, EMPTY, EXPIRED, EXPIRED_LONG_AGO, FOREIGN, LOCKED, VALID } from '../../ui/gallery/sample-keys.ts';
import type { KeysState } from '../../ui/keys/keys-state.ts';
import { homeView } from './home-view.ts';
import { INITIAL_STATE, type PanelState } from './panel-state.ts';

const NOW = new Date('2025-11-21T10:30:00+08:00');
const connected: HostState = { state: 'connected', version: '0.1.0', capabilities: [] };
const lost: HostState = { state: 'reconnecting', error: { code: 'HOST_EXITED' }, attempt: 1 };
const missing: HostState = { state: 'unavailable', error: { code: 'HOST_NOT_REGISTERED' } };
const ready = { value: SAMPLE_CHANNEL, error: undefined, loading: false };

function keysOf(...details: KeyDetails[]): KeysState {
  const keys = details.map(({ certificates, ...summary }) => ({
    summary,
    certificates,
    error: undefined,
    reading: undefined,
  }));
  return { known: true, keys, troubles: [] };
}

function view(more: Partial<PanelState>) {
  return homeView({ ...INITIAL_STATE, host: connected, channel: ready, ...more }, NOW);
}

function boxOf(details: KeyDetails, more: Partial<PanelState> = {}) {
  const { keys } = view({ keys: keysOf(details), ...more });
  if (keys.kind !== 'cards' || !keys.boxes[0]) throw new Error(`no card but ${keys.kind}`);
  return keys.boxes[0];
}

describe('the keys area', () => {
  it.each<[string, HostState]>([
    ['connecting', { state: 'idle' }],
    ['connecting', { state: 'connecting' }],
    ['looking', connected],
    ['host-away', lost],
    ['unavailable', missing],
  ])('is %s before anything is known of keys', (kind, host) => {
    expect(view({ host }).keys.kind).toBe(kind);
  });

  it('asks for a key only when it is known that there is none', () => {
    expect(view({ keys: keysOf() }).keys.kind).toBe('none');
  });

  it('names the missing driver instead of asking for a key that nobody could see', () => {
    const troubles = [{ module: DUE.module, error: { code: 'NO_MODULES' as const } }];
    const seen = view({ keys: { ...keysOf(), troubles } });
    expect(seen.keys).toMatchObject({ kind: 'no-drivers', error: { code: 'NO_MODULES' } });
    expect(seen.troubles).toEqual([]);
  });

  it('shows a card for each of several keys', () => {
    const { keys } = view({ keys: keysOf(VALID, LOCKED) });
    expect(keys).toMatchObject({ kind: 'cards', boxes: [{ face: { state: 'valid' } }, { face: { state: 'locked' } }] });
  });

  it('keeps the last seen cards while the host is being reached again, and says so', () => {
    expect(view({ host: lost, keys: keysOf(DUE) })).toMatchObject({ keys: { kind: 'cards' } });
  });

  it('shows no card that may be wrong when the host is gone for good', () => {
    expect(view({ host: missing, keys: keysOf(DUE) }).keys).toMatchObject({
      kind: 'unavailable',
      error: { code: 'HOST_NOT_REGISTERED' },
    });
  });

  it('names a driver in trouble beside the keys of the others', () => {
    const troubles = [{ module: DUE.module, error: { code: 'MODULE_NOT_RESPONDING' as const } }];
    const seen = view({ keys: { ...keysOf(VALID), troubles } });
    expect(seen).toMatchObject({ keys: { kind: 'cards' }, troubles });
  });
});

describe('what stands under a key', () => {
  it.each<[string, KeyDetails, object]>([
    ['too early: from which date', VALID, { kind: 'renew-early', days: 214, from: '2026-03-26' }],
    ['due: the new end and the price', DUE, { kind: 'renew-open', newEnd: '2026-12-14', price: 30_000 }],
    ['expired: how long renewal is still open', EXPIRED, { kind: 'renew-expired', lastDay: '2026-10-30' }],
    ['expired too long ago: apply anew', EXPIRED_LONG_AGO, { kind: 'renew-late', lastDay: '2025-05-06' }],
    ['locked', LOCKED, { kind: 'locked' }],
    ['not ours', FOREIGN, { kind: 'not-ours' }],
    ['empty', EMPTY, { kind: 'empty' }],
  ])('%s', (_, key, hint) => {
    expect(boxOf(key).hint).toMatchObject(hint);
  });

  it('keeps a line free while the channel is on its way, and says so when it cannot come', () => {
    const waiting = { value: undefined, error: undefined, loading: true };
    expect(boxOf(DUE, { channel: waiting }).hint).toEqual({ kind: 'waiting' });
    const failed = { ...waiting, error: { code: 'SERVICE_UNREACHABLE' as const } };
    expect(boxOf(DUE, { channel: failed }).hint).toEqual({ kind: 'renew-unknown' });
  });

  it('promises no renewal where the channel has none, or none on a key', () => {
    const offers = SAMPLE_CHANNEL.offers.filter(({ business }) => business !== 'renew');
    expect(boxOf(DUE, { channel: { ...ready, value: { ...SAMPLE_CHANNEL, offers } } }).hint.kind).toBe(
      'renew-not-offered',
    );
    const products = SAMPLE_CHANNEL.products.map((product) => ({ ...product, carrier: 'hosted' as const }));
    expect(boxOf(DUE, { channel: { ...ready, value: { ...SAMPLE_CHANNEL, products } } }).hint.kind).toBe(
      'renew-not-offered',
    );
  });

  it('the reason, when a key could not be read', () => {
    const keys = keysOf(DUE);
    const failed = keys.keys.map((key) => ({
      ...key,
      certificates: undefined,
      error: { code: 'DRIVER_FAULT' as const },
    }));
    expect(view({ keys: { ...keys, keys: failed } }).keys).toMatchObject({
      boxes: [{ face: { state: 'unreadable' }, hint: { kind: 'unreadable', error: { code: 'DRIVER_FAULT' } } }],
    });
  });
});

describe('the businesses area', () => {
  it('shows what the channel offers, in the counter’s order, each with its most useful fact', () => {
    expect(view({}).businesses).toEqual({
      kind: 'tiles',
      tiles: [
        { business: 'new-unit', fact: { kind: 'from', price: 40_000 } },
        { business: 'new-person', fact: { kind: 'from', price: 6_000 } },
        { business: 'renew', fact: { kind: 'renew', days: 90 } },
        { business: 'unlock', fact: { kind: 'unlock' } },
        { business: 'change', fact: { kind: 'change-no-materials' } },
        { business: 'reissue', fact: { kind: 'reissue' } },
        { business: 'revoke', fact: { kind: 'on-paper' } },
      ],
    });
  });

  it('leaves out what the channel does not offer', () => {
    const value = { ...SAMPLE_CHANNEL, offers: SAMPLE_CHANNEL.offers.slice(3, 4) };
    expect(view({ channel: { ...ready, value } }).businesses).toMatchObject({ tiles: [{ business: 'unlock' }] });
  });

  it('says what is wrong with the service, and keys go on being shown', () => {
    const channel = { value: undefined, error: { code: 'SERVICE_UNREACHABLE' as const }, loading: true };
    expect(view({ channel, keys: keysOf(DUE) })).toMatchObject({
      keys: { kind: 'cards' },
      businesses: { kind: 'failed', error: { code: 'SERVICE_UNREACHABLE' }, retrying: true },
    });
  });

  it('keeps the tiles that it has when a later load fails', () => {
    const channel = { ...ready, error: { code: 'SERVICE_UNREACHABLE' as const } };
    expect(view({ channel }).businesses.kind).toBe('tiles');
  });

  it('says so when the site is not registered', () => {
    const channel = { value: undefined, error: undefined, loading: false };
    expect(view({ channel, contextError: { code: 'ORIGIN_NOT_REGISTERED' } }).businesses).toMatchObject({
      kind: 'failed',
      error: { code: 'ORIGIN_NOT_REGISTERED' },
    });
  });
});
