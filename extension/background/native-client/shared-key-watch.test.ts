import type { KeyEvent } from '@certbridge/shared/contract/key-events.ts';
import type { KeySummary } from '@certbridge/shared/domain/key.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { describe, expect, it } from 'vitest';
import { FakeHost } from '../../testing/fake-host.ts';
import { NATIVE_TIMES, NativeClient } from './native-client.ts';
import { SharedKeyWatch } from './shared-key-watch.ts';

function key(serial: string): KeySummary {
  return {
    keyId: `softhsm2:${serial}`,
    label: 'key',
    serial,
    model: 'm',
    manufacturer: 'm',
    module: { id: 'softhsm2', name: 'SoftHSM2' },
    pin: { state: 'ok' },
    insertedAt: '2025-11-21T08:00:00Z',
  };
}

const list = (...serials: string[]): KeyEvent => ({ type: 'list', list: { keys: serials.map(key), troubles: [] } });
const inserted = (serial: string): KeyEvent => ({ type: 'inserted', key: key(serial) });

async function start() {
  const host = new FakeHost();
  const clock = new HandClock();
  const native = new NativeClient({ runtime: host, clock, random: () => 1, extensionVersion: '1', report: () => {} });
  const watch = new SharedKeyWatch(native, clock);
  const join = () => {
    const heard: KeyEvent[] = [];
    return { heard, leave: watch.join((event) => heard.push(event)) };
  };
  const pass = (ms: number) => clock.pass(ms);
  const tell = (event: KeyEvent) => host.tells(host.requests.at(-1)?.id ?? '', event);
  const first = join();
  await settled();
  return { host, join, pass, tell, first };
}

describe('the watch of the keys', () => {
  it('is one on the host, however many look', async () => {
    const { host, join, tell, first } = await start();
    const second = join();
    await settled();
    tell(list('1'));
    expect(host.requests.map(({ operation }) => operation)).toEqual(['keys.watch']);
    expect(first.heard).toEqual([list('1')]);
    expect(second.heard).toEqual([list('1')]);
  });

  it('gives whoever joins late the list as it is by now', async () => {
    const { join, tell, first } = await start();
    tell(list('1', '2'));
    tell(inserted('3'));
    tell({ type: 'removed', keyId: 'softhsm2:1' });
    tell({ type: 'changed', key: { ...key('2'), pin: { state: 'locked' } } });
    const trouble = { module: { id: 'opensc', name: 'OpenSC' }, error: { code: 'MODULE_CRASHED' as const } };
    tell({ type: 'trouble', trouble });
    const late = join();
    expect(late.heard).toEqual([
      {
        type: 'list',
        list: { keys: [{ ...key('2'), pin: { state: 'locked' } }, key('3')], troubles: [trouble] },
      },
    ]);
    tell({ type: 'recovered', moduleId: 'opensc' });
    expect(late.heard).toHaveLength(2);
    expect(first.heard).toHaveLength(6);
  });

  it('says nothing about keys while the host is lost, and everything anew when it is back', async () => {
    const { host, join, pass, tell, first } = await start();
    tell(list('1'));
    host.dies();
    const late = join();
    await settled();
    expect(first.heard).toEqual([list('1')]);
    expect(late.heard).toEqual([]);
    await pass(250);
    expect(host.requests.map(({ operation }) => operation)).toEqual(['keys.watch']);
    tell(list('2'));
    expect(first.heard.at(-1)).toEqual(list('2'));
    expect(late.heard).toEqual([list('2')]);
  });

  it('goes on when one of two leaves, and ends with the last', async () => {
    const { host, join, pass, tell, first } = await start();
    const second = join();
    first.leave();
    tell(list('1'));
    expect(first.heard).toEqual([]);
    expect(second.heard).toEqual([list('1')]);
    expect(host.cancelled).toEqual([]);
    second.leave();
    await settled();
    expect(host.cancelled).toHaveLength(1);
    await pass(NATIVE_TIMES.idleGraceMs);
    expect(host.life.disconnected).toBe(true);
  });

  it('gives the next one a fresh list, not the one from before', async () => {
    const { host, join, tell, first } = await start();
    tell(list('1'));
    first.leave();
    await settled();
    const next = join();
    await settled();
    expect(next.heard).toEqual([]);
    expect(host.requests).toHaveLength(2);
    tell(list('2'));
    expect(next.heard).toEqual([list('2')]);
  });

  it('tells why there are no keys when the host has no driver, and looks again', async () => {
    const { host, pass, first } = await start();
    host.refuses(host.requests[0]?.id ?? '', 'NO_MODULES');
    await settled();
    expect(first.heard).toMatchObject([
      { type: 'list', list: { keys: [], troubles: [{ error: { code: 'NO_MODULES' } }] } },
    ]);
    await pass(NATIVE_TIMES.lookAgainMs);
    expect(host.requests).toHaveLength(2);
  });
});
