import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SlotWatcher, watchSlots } from '../card/testing/slot-watcher.ts';
import { ensureDemoKeys } from '../demo-keys/demo-keys.ts';
import { within } from './until.ts';
import { createUsbPort, SOFTHSM_MODULE, type UsbChange, type UsbPort } from './usb-port.ts';
import { usbRoutes } from './usb-routes.ts';
import type { VirtualKey } from './virtual-key.ts';

let dataDir: string;
let port: UsbPort;
let server: FastifyInstance;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'cbport-'));
  await ensureDemoKeys(dataDir);
  port = await createUsbPort({ dataDir });
  server = fastify({ forceCloseConnections: true });
  await server.register(usbRoutes(port));
});

afterAll(async () => {
  await server.close();
  await port.stop();
  rmSync(dataDir, { recursive: true });
});

describe('SoftHSM keys', () => {
  const labels = async (): Promise<unknown> => {
    const watcher: SlotWatcher = watchSlots(SOFTHSM_MODULE, port.env);
    const found = await watcher.ask('slots');
    await watcher.stop();
    return found;
  };

  it('are seen by a driver that starts while they are plugged, and by none afterwards', async () => {
    expect(await labels()).toEqual(['']);
    await port.plug('ukey-1127');
    expect(await labels()).toContain('UKEY-1127');
    await port.pull('ukey-1127');
    expect(await labels()).toEqual(['']);
  });

  it('lie on the table again when a new run begins', async () => {
    await port.plug('ukey-0315');
    const next = await createUsbPort({ dataDir });
    expect(next.keys().map((key) => key.plugged)).toEqual([false, false, false, false]);
    expect(await labels()).toEqual(['']);
    await next.stop();
    await port.pull('ukey-0315');
  });
});

describe('the JSON API', () => {
  const post = (url: string) => server.inject({ method: 'POST', url });

  it('lists, plugs and pulls, and does a thing twice without harm', async () => {
    const changes: UsbChange[] = [];
    const stop = port.onChange((change) => changes.push(change));
    const plugged = await Promise.all([post('/usb/keys/ukey-0926/plug'), post('/usb/keys/ukey-0926/plug')]);
    for (const reply of plugged) {
      expect(reply.json()).toMatchObject({ ok: true, value: { key: { id: 'ukey-0926', plugged: true, socket: 0 } } });
    }
    const { value }: { value: { keys: VirtualKey[] } } = (await server.inject('/usb/keys')).json();
    expect(value.keys.map((key) => key.id)).toEqual(['ukey-0926', 'ukey-1127', 'ukey-0315', 'ukey-0408']);
    expect(value.keys.map((key) => key.locked)).toEqual([false, false, false, true]);
    expect((await post('/usb/keys/ukey-0926/pull')).json()).toMatchObject({ value: { key: { plugged: false } } });
    stop();
    expect(changes.map((change) => change.action)).toEqual(['plugged', 'pulled']);
  });

  it.each([
    ['/usb/keys/ukey-9999/plug', 404, 'unknown-key'],
    ['/usb/keys/..%2Fca/plug', 400, 'bad-input'],
  ])('%s is refused with its next step', async (url, status, code) => {
    const reply = await post(url);
    expect(reply.statusCode).toBe(status);
    expect(reply.json()).toMatchObject({ ok: false, error: { code, 'zh-CN': expect.stringContaining('请') } });
  });

  it('tells every listener of a change, whoever made it', async () => {
    const address = await server.listen({ host: '127.0.0.1', port: 0 });
    const { body } = await fetch(`${address}/usb/events`);
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (wanted: string): Promise<void> => {
      for (let text = ''; !text.includes(wanted); text += (await reader?.read())?.value ?? '');
    };
    await within(5_000, 'first event', next('"id":"ukey-0926"'));
    const changed = within(5_000, 'event', next('"plugged":true'));
    await port.plug('ukey-1127');
    await changed;
    await reader?.cancel();
    await port.pull('ukey-1127');
  });

  it('serves the page with every key, its button, its styles and its script', async () => {
    const page = await server.inject('/usb');
    expect(page.body.match(/<button type="button"/g)).toHaveLength(4);
    expect(page.body).toContain('示例建设工程有限公司');
    expect(page.body).toContain('还有 23 天');
    const styles = [...page.body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, address]) => address);
    expect(styles).toHaveLength(2);
    for (const address of styles) expect((await server.inject(address ?? '')).headers['content-type']).toContain('css');
    const script = await server.inject('/usb/assets/usb-client.ts');
    expect(script.headers['content-type']).toContain('text/javascript');
    expect(script.body).not.toContain('interface Key');
  });
});
