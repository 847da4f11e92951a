import { settled } from '@certbridge/shared/testing/settled.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePort } from '../testing/fake-port.ts';
import { watchForPanel } from './watch-for-panel.ts';

let ports: FakePort[];
let runtime: { id?: string; connect: () => FakePort };

beforeEach(() => {
  ports = [];
  runtime = {
    id: 'ours',
    connect() {
      if (!this.id) throw new Error('Extension context invalidated.');
      const port = new FakePort();
      ports.push(port);
      return port;
    },
  };
  vi.stubGlobal('chrome', { runtime });
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function watch() {
  const stop = new AbortController();
  const panel = { onClose: vi.fn(), onGone: vi.fn() };
  void watchForPanel({ stop: stop.signal, ...panel });
  return { ...panel, stop };
}

describe('while a panel is open', () => {
  it('the background can fold it away, also after it slept', async () => {
    const { onClose, onGone } = watch();
    ports[0]?.drop();
    await vi.advanceTimersByTimeAsync(250);
    ports[1]?.hear({ type: 'event', id: '1', value: { type: 'close-panel' } });
    expect(onClose).toHaveBeenCalledOnce();
    expect(onGone).not.toHaveBeenCalled();
  });

  it('a reload of the extension is noticed, once', async () => {
    const { onGone } = watch();
    delete runtime.id;
    ports[0]?.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onGone).toHaveBeenCalledOnce();
    expect(ports).toHaveLength(1);
  });

  it('a reload that is only seen by the next try is noticed too', async () => {
    const { onGone } = watch();
    ports[0]?.drop();
    await settled();
    delete runtime.id;
    await vi.advanceTimersByTimeAsync(250);
    expect(onGone).toHaveBeenCalledOnce();
  });

  it('nothing is watched any more once it was closed', async () => {
    const { onGone, stop } = watch();
    stop.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ports.map(({ disconnected }) => disconnected)).toEqual([true]);
    expect(onGone).not.toHaveBeenCalled();
  });
});
