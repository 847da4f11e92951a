import { settled } from '@certbridge/shared/testing/settled.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeWindow } from '../testing/fake-window.ts';
import { certbridge } from './sdk.ts';

let page: FakeWindow;

beforeEach(() => {
  page = new FakeWindow('https://portal.example.cn');
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', page.location);
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

interface Sent {
  readonly id: string;
  readonly operation: string;
}

const sent = (index: number) => page.posted.at(index)?.message as Sent;
const HELLO = { extensionVersion: '0.1.0', protocol: 1 };

async function reply(to: Sent, result: unknown): Promise<void> {
  page.receive({ data: { certbridge: 1, type: 'reply', id: to.id, result } });
  await settled();
}

describe('the SDK', () => {
  it('posts to the page’s own origin and hands back the extension’s answer', async () => {
    const hello = certbridge.hello();
    expect(page.posted[0]).toMatchObject({
      message: { certbridge: 1, type: 'request', operation: 'hello', input: {} },
      targetOrigin: 'https://portal.example.cn',
    });
    await reply(sent(0), { ok: true, value: HELLO });
    expect(await hello).toEqual({ ok: true, value: HELLO });
    expect(page.listeners).toBe(0);
  });

  it('says that there is no extension, instead of waiting for ever', async () => {
    const opened = certbridge.openPanel({ business: 'renew' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await opened).toEqual({ ok: false, error: { code: 'EXTENSION_NOT_FOUND' } });
    expect(page.listeners).toBe(0);
    const asked = page.posted.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(page.posted).toHaveLength(asked);
  });

  it('finds an extension that began to listen after the page asked', async () => {
    const hello = certbridge.hello();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.posted.length).toBeGreaterThan(1);
    expect(new Set(page.posted.map(({ message }) => (message as Sent).id)).size).toBe(1);
    await reply(sent(-1), { ok: true, value: HELLO });
    expect(await hello).toMatchObject({ ok: true });
  });

  it('opens the panel at the business that was named', async () => {
    const opened = certbridge.openPanel({ business: 'renew' });
    await reply(sent(0), { ok: true, value: HELLO });
    expect(sent(-1)).toMatchObject({ operation: 'panel.open', input: { business: 'renew' } });
    await reply(sent(-1), { ok: true, value: {} });
    expect(await opened).toEqual({ ok: true, value: {} });
  });

  it('says that time is up when an extension that is there does not answer', async () => {
    const status = certbridge.status();
    await reply(sent(0), { ok: true, value: HELLO });
    await vi.advanceTimersByTimeAsync(11_000);
    expect(await status).toEqual({ ok: false, error: { code: 'DEADLINE_EXCEEDED' } });
  });

  it('believes no reply from a frame or another window', async () => {
    const hello = certbridge.hello();
    const data = { certbridge: 1, type: 'reply', id: sent(0).id, result: { ok: true, value: HELLO } };
    page.receive({ data, source: new FakeWindow('https://portal.example.cn') });
    page.receive({ data, origin: 'https://evil.example' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await hello).toMatchObject({ ok: false });
  });
});
