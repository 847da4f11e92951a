import { panelContract } from '@certbridge/shared/contract/panel.ts';
import { Dispatcher } from '@certbridge/shared/rpc/dispatcher.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { describe, expect, it } from 'vitest';
import { createPortalRegistry } from '../../portals/portal-registry.ts';
import { FakeHost } from '../../testing/fake-host.ts';
import { FakePort } from '../../testing/fake-port.ts';
import { createCommands } from '../commands/commands.ts';
import { NativeClient } from '../native-client/native-client.ts';
import { SharedKeyWatch } from '../native-client/shared-key-watch.ts';
import { PageWatchers } from '../page-watchers.ts';
import { servePort } from './serve-port.ts';
import { mayCall } from './who-may-call.ts';

const BASE = 'chrome-extension://ours/';
const ORIGIN = 'https://portal.example.cn';
const portal = { origin: ORIGIN, name: '示例平台', channelId: 'shangqiu-ggzy', loginSelectors: ['#login'] };

function background() {
  const host = new FakeHost();
  const clock = new HandClock();
  const opened: string[] = [];
  const native = new NativeClient({
    runtime: host,
    clock,
    random: () => 1,
    extensionVersion: '0.1.0',
    report: () => {},
  });
  const dispatcher = new Dispatcher({
    contract: panelContract,
    handlers: createCommands({
      version: '0.1.0',
      clock,
      config: Promise.resolve({ serviceUrl: 'http://127.0.0.1:7200' }),
      native,
      keys: new SharedKeyWatch(native, clock),
      pages: new PageWatchers(),
      openTab: async (path) => opened.push(path),
    }),
    admits: mayCall,
    clock,
    report: ({ cause }) => {
      throw cause;
    },
  });
  const attestation = { extensionId: 'ours', extensionBase: BASE, registry: createPortalRegistry([portal]) };
  const connect = (sender: chrome.runtime.MessageSender, name?: string) => {
    const port = new FakePort(name, { id: 'ours', ...sender });
    servePort(port.asPort(), dispatcher, attestation);
    const ask = async (operation: string, input: unknown = {}) => {
      const id = String(port.sent.length + 100);
      port.hear({ type: 'request', id, operation, input });
      await settled();
      return port.sent.find((message) => (message as { id?: string }).id === id);
    };
    return { port, ask };
  };
  const tab = (url: string) => ({ id: 7, url }) as chrome.tabs.Tab;
  return {
    host,
    clock,
    opened,
    connect,
    page: (origin = ORIGIN) => connect({ url: `${origin}/`, origin, frameId: 0, tab: tab(`${origin}/`) }),
    panel: () => connect({ url: `${BASE}extension/panel/index.html`, frameId: 5, tab: tab(`${ORIGIN}/`) }),
    panelTab: () => connect({ url: `${BASE}extension/panel/index.html`, frameId: 0, tab: tab(BASE) }),
    popup: () => connect({ url: `${BASE}extension/popup/index.html` }),
  };
}

const value = (expected: unknown) => ({ type: 'reply', result: { ok: true, value: expected } });
const error = (code: string) => ({ type: 'reply', result: { ok: false, error: { code } } });

describe('the background', () => {
  it('closes a port that is not ours', () => {
    const { port } = background().connect({}, 'something-else');
    expect(port.disconnected).toBe(true);
  });

  it('tells a page that is not registered why it gets nothing', async () => {
    const { ask } = background().page('https://evil.example');
    expect(await ask('portal.describe')).toMatchObject(error('ORIGIN_NOT_REGISTERED'));
  });

  it('tells a portal about itself, and nothing about keys', async () => {
    const { ask } = background().page();
    const { origin, name, channelId, loginSelectors } = portal;
    expect(await ask('portal.describe')).toMatchObject(value({ origin, name, channelId, loginSelectors }));
    expect(await ask('keys.list')).toMatchObject(error('CALLER_NOT_ALLOWED'));
  });

  it('believes no origin that stands in the message', async () => {
    const { ask } = background().page('https://evil.example');
    expect(await ask('portal.describe', { origin: ORIGIN })).toMatchObject(error('ORIGIN_NOT_REGISTERED'));
  });

  it('tells a panel in a page where it stands, and a panel in a tab that it stands nowhere', async () => {
    const { panel, panelTab } = background();
    const { origin, name, channelId } = portal;
    const common = { serviceUrl: 'http://127.0.0.1:7200', version: '0.1.0' };
    expect(await panel().ask('panel.context')).toMatchObject(value({ portal: { origin, name, channelId }, ...common }));
    expect(await panelTab().ask('panel.context')).toMatchObject(value({ portal: null, ...common }));
  });

  it('folds away the panel of the tab that asked, and no other', async () => {
    const { page, panel, connect } = background();
    const own = page();
    const other = connect({ url: `${ORIGIN}/`, origin: ORIGIN, frameId: 0, tab: { id: 8, url: ORIGIN } as never });
    await own.ask('page.watch');
    await other.ask('page.watch');
    expect(await panel().ask('panel.close')).toMatchObject(value({}));
    expect(own.port.sent).toMatchObject([{ type: 'event', value: { type: 'close-panel' } }]);
    expect(other.port.sent).toEqual([]);
  });

  it('tells a panel that the page around it does not listen, so that it asks again', async () => {
    const { page, panel } = background();
    expect(await panel().ask('panel.close')).toMatchObject(error('CONNECTION_LOST'));
    const { port, ask } = page();
    await ask('page.watch');
    port.drop();
    await settled();
    expect(await panel().ask('panel.close')).toMatchObject(error('CONNECTION_LOST'));
  });

  it('opens the panel in a tab, at the channel', async () => {
    const { popup, opened } = background();
    await popup().ask('panel.openTab', { channelId: 'beijing-district' });
    await popup().ask('panel.openTab');
    expect(opened).toEqual(['/extension/panel/index.html?channelId=beijing-district', '/extension/panel/index.html']);
  });

  it('says not-ready to a page when the host is not there, within the page’s patience', async () => {
    const { page, host, clock } = background();
    host.hello = 'is silent';
    const { port, ask } = page();
    await ask('page.status');
    clock.advance(7_500);
    await settled();
    expect(port.sent).toMatchObject([value({ extensionVersion: '0.1.0', host: 'not-ready' })]);
  });

  it('says ready when the host answers', async () => {
    const { page, host } = background();
    const { port, ask } = page();
    await ask('page.status');
    host.answers(host.requests[0]?.id ?? '', {});
    await settled();
    expect(port.sent).toMatchObject([value({ extensionVersion: '0.1.0', host: 'ready' })]);
  });

  it('passes on what the host says of a key, and its errors by name', async () => {
    const { popup, host } = background();
    const { port, ask } = popup();
    await ask('key.read', { keyId: 'softhsm2:1' });
    host.refuses(host.requests[0]?.id ?? '', 'KEY_REMOVED');
    await settled();
    expect(port.sent).toMatchObject([error('KEY_REMOVED')]);
  });

  it('lets the host go when the last panel is gone', async () => {
    const { panelTab, host, clock } = background();
    const { port, ask } = panelTab();
    await ask('keys.watch');
    await ask('host.watch');
    expect(host.life.disconnected).toBe(false);
    port.drop();
    await settled();
    clock.advance(5_000);
    expect(host.life.disconnected).toBe(true);
  });

  it('shows every panel how the host stands', async () => {
    const { panelTab, popup, host } = background();
    const both = [panelTab(), popup()];
    for (const { ask } of both) await ask('host.watch');
    host.dies();
    const states = both.map(({ port }) =>
      port.sent.map((message) => (message as { value: { state: string } }).value.state),
    );
    expect(states).toEqual([
      ['connecting', 'connected', 'reconnecting'],
      ['connected', 'reconnecting'],
    ]);
  });
});
