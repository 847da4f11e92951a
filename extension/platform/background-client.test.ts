import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { panelContract } from '@certbridge/shared/contract/panel.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { describe, expect, it } from 'vitest';
import { FakePort } from '../testing/fake-port.ts';
import { connectBackground } from './background-client.ts';
import { WATCH_NAMES } from './watch-name.ts';

function start() {
  const ports: FakePort[] = [];
  const clock = new HandClock();
  const client = connectBackground({
    clock,
    connect: () => {
      const port = new FakePort();
      ports.push(port);
      return port.asPort();
    },
  });
  const port = () => ports.at(-1) as FakePort;
  const sent = () => port().sent as { type: string; id: string; operation: string }[];
  return { client, clock, ports, port, sent };
}

const OK = { ok: true, value: {} };

describe('a call', () => {
  it('opens a port when it is needed, and the next one uses the same', async () => {
    const { client, ports, port, sent } = start();
    expect(ports).toHaveLength(0);
    const retried = client.call('host.retry', {});
    await settled();
    port().hear({ type: 'reply', id: sent()[0]?.id, result: OK });
    expect(await retried).toEqual(OK);
    void client.call('panel.close', {});
    await settled();
    expect(ports).toHaveLength(1);
  });

  it('that was open when the background went to sleep ends by name', async () => {
    const { client, port } = start();
    const listed = client.call('keys.list', {});
    await settled();
    port().drop();
    expect(await listed).toEqual({ ok: false, error: { code: 'CONNECTION_LOST' } });
  });

  it('after that wakes it on a new port', async () => {
    const { client, ports, port } = start();
    void client.call('host.retry', {});
    await settled();
    port().drop();
    void client.call('host.retry', {});
    await settled();
    expect(ports).toHaveLength(2);
  });

  it('is refused by name when the extension is gone from under its page', async () => {
    const client = connectBackground({
      connect: () => {
        throw new Error('Extension context invalidated.');
      },
    });
    expect(await client.call('host.retry', {})).toEqual({ ok: false, error: { code: 'CONNECTION_LOST' } });
  });
});

describe('a watch', () => {
  it('hands on events, and cancels when it is stopped', async () => {
    const { client, port, sent } = start();
    const heard: HostState[] = [];
    const stop = client.watch('host.watch', {}, (state) => heard.push(state));
    await settled();
    port().hear({ type: 'event', id: sent()[0]?.id, value: { state: 'idle' } });
    expect(heard).toEqual([{ state: 'idle' }]);
    stop();
    expect(sent().at(-1)).toEqual({ type: 'cancel', id: sent()[0]?.id });
    port().drop();
    await settled();
    expect(port().disconnected).toBe(true);
  });

  it('subscribes again at once when the background went to sleep', async () => {
    const { client, ports, port, sent } = start();
    const heard: HostState[] = [];
    client.watch('host.watch', {}, (state) => heard.push(state));
    await settled();
    port().drop();
    await settled();
    expect(ports).toHaveLength(2);
    port().hear({ type: 'event', id: sent()[0]?.id, value: { state: 'connecting' } });
    expect(heard).toEqual([{ state: 'connecting' }]);
  });

  it('subscribes ever more slowly while nothing comes of it, up to a cap', async () => {
    const { client, clock, ports, port } = start();
    client.watch('host.watch', {}, () => undefined);
    await settled();
    const waits: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const before = ports.length;
      const from = clock.now();
      port().drop();
      await settled();
      while (ports.length === before) {
        clock.advance(10);
        await settled();
      }
      waits.push(clock.now() - from);
    }
    expect(waits).toEqual([0, 250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it('is quick again once events flow', async () => {
    const { client, ports, port, sent } = start();
    client.watch('host.watch', {}, () => undefined);
    for (let turn = 1; turn < 6; turn += 1) {
      await settled();
      port().hear({ type: 'event', id: sent()[0]?.id, value: { state: 'idle' } });
      port().drop();
      await settled();
      expect(ports).toHaveLength(turn + 1);
    }
  });

  it('does not come back when it was stopped while it waited', async () => {
    const { client, clock, ports, port } = start();
    const stop = client.watch('host.watch', {}, () => undefined);
    await settled();
    port().drop();
    await settled();
    port().drop();
    await settled();
    stop();
    clock.advance(60_000);
    await settled();
    expect(ports).toHaveLength(2);
  });

  it('ends when the extension is gone from under its page', async () => {
    const clock = new HandClock();
    const ports: FakePort[] = [];
    let tries = 0;
    const client = connectBackground({
      clock,
      connect: () => {
        tries += 1;
        if (ports.length > 0) throw new Error('Extension context invalidated.');
        const port = new FakePort();
        ports.push(port);
        return port.asPort();
      },
    });
    client.watch('host.watch', {}, () => undefined);
    await settled();
    ports[0]?.drop();
    await clock.pass(60_000);
    expect(tries).toBe(2);
    expect(clock.alarms).toBe(0);
  });

  it('ends when the background will never allow it', async () => {
    const { client, clock, port, ports, sent } = start();
    client.watch('host.watch', {}, () => undefined);
    await settled();
    port().hear({ type: 'reply', id: sent()[0]?.id, result: { ok: false, error: { code: 'CALLER_NOT_ALLOWED' } } });
    await settled();
    clock.advance(60_000);
    await settled();
    expect(ports).toHaveLength(1);
    expect(sent()).toHaveLength(1);
  });
});

it('the watches are the operations that last until they are cancelled', () => {
  const lasting = Object.entries(panelContract).filter(([, { timeLimitMs }]) => timeLimitMs === 'until-cancelled');
  expect(lasting.map(([name]) => name).sort()).toEqual([...WATCH_NAMES].sort());
});
