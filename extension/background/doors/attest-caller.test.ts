import { describe, expect, it } from 'vitest';
import type { Portal } from '../../portals/portal.ts';
import { createPortalRegistry } from '../../portals/portal-registry.ts';
import { attestCaller } from './attest-caller.ts';

const ID = 'ckkgpkkkaaaljidhjgfgpdalhnaeoehl';
const BASE = `chrome-extension://${ID}/`;
const PANEL = `${BASE}extension/panel/index.html`;
const POPUP = `${BASE}extension/popup/index.html`;
const ORIGIN = 'https://portal.example.cn';
const portal: Portal = { origin: ORIGIN, name: 'p', channelId: 'shangqiu-ggzy', loginSelectors: [] };
const attestation = { extensionId: ID, extensionBase: BASE, registry: createPortalRegistry([portal]) };

type Sender = chrome.runtime.MessageSender;

const tab = (url: string) => ({ id: 7, url }) as chrome.tabs.Tab;
const contentScript: Sender = {
  id: ID,
  url: `${ORIGIN}/login?x=1`,
  origin: ORIGIN,
  frameId: 0,
  documentLifecycle: 'active',
  tab: tab(`${ORIGIN}/login`),
};
const panelInPage: Sender = {
  id: ID,
  url: PANEL,
  origin: BASE.slice(0, -1),
  frameId: 12,
  documentLifecycle: 'active',
  tab: tab(`${ORIGIN}/login`),
};

const attest = (sender: Sender | undefined) => attestCaller(sender, attestation);
const refused = (code: string) => ({ ok: false, error: { code } });

describe('who is recognised', () => {
  it('the content script of a registered portal, by the origin that the browser attests', () => {
    expect(attest(contentScript)).toEqual({ kind: 'content-script', tabId: 7, origin: ORIGIN, portal });
  });

  it('the panel in a page of a registered portal, by the top document of its tab', () => {
    expect(attest(panelInPage)).toEqual({ kind: 'panel-in-page', tabId: 7, origin: ORIGIN, portal });
  });

  it('the panel in a page, also when it was opened at a business', () => {
    expect(attest({ ...panelInPage, url: `${PANEL}?business=renew` })).toMatchObject({ kind: 'panel-in-page' });
  });

  it('the panel in a tab of its own', () => {
    expect(attest({ ...panelInPage, frameId: 0, tab: tab(PANEL) })).toEqual({ kind: 'panel-in-tab' });
  });

  it('the popup, which has no tab', () => {
    expect(attest({ id: ID, url: POPUP, origin: BASE.slice(0, -1) })).toEqual({ kind: 'popup' });
  });
});

describe('who is refused as not allowed', () => {
  it.each<[string, Sender | undefined]>([
    ['nobody', undefined],
    ['a sender without an id', { ...contentScript, id: undefined } as unknown as Sender],
    ['another extension', { ...contentScript, id: 'aaaabbbbccccddddeeeeffffgggghhhh' }],
    ['another extension that shows our panel address', { ...panelInPage, id: 'aaaabbbbccccddddeeeeffffgggghhhh' }],
    ['a content script in a frame of the portal', { ...contentScript, frameId: 3 }],
    ['a content script without a frame', { ...contentScript, frameId: undefined } as unknown as Sender],
    ['a content script outside a tab', { ...contentScript, tab: undefined } as unknown as Sender],
    ['a sandboxed page at the portal’s address', { ...contentScript, origin: 'null' }],
    ['an opaque origin with an opaque address', { ...contentScript, origin: 'null', url: 'about:blank' }],
    ['a page whose origin and address differ', { ...contentScript, origin: 'https://evil.example' }],
    ['a page whose address is another one', { ...contentScript, url: 'https://evil.example/' }],
    ['a page without an origin', { ...contentScript, origin: undefined } as unknown as Sender],
    ['a page without anything', { id: ID, frameId: 0, tab: tab(ORIGIN) }],
    ['a file', { ...contentScript, url: 'file:///home/a.html', origin: 'null' }],
    ['a data address', { ...contentScript, url: 'data:text/html,x', origin: 'null' }],
    ['a prerendered page', { ...contentScript, documentLifecycle: 'prerender' as never }],
    ['a page put away for going back', { ...contentScript, documentLifecycle: 'cached' as never }],
    ['a panel that is about to go', { ...panelInPage, documentLifecycle: 'pending_deletion' as never }],
    ['the popup in a frame', { ...panelInPage, url: POPUP }],
    ['a page of ours that has no business with the background', { ...panelInPage, url: `${BASE}extension/other.html` }],
    ['the panel’s address with a stranger’s origin', { ...panelInPage, origin: 'https://evil.example' }],
    ['a panel in a page whose tab the browser does not tell', { ...panelInPage, tab: { id: 7 } as chrome.tabs.Tab }],
    ['a panel in a file', { ...panelInPage, tab: tab('file:///home/a.html') }],
    ['a panel in a sandboxed top page', { ...panelInPage, tab: tab('about:blank') }],
    ['a tab without an id', { ...panelInPage, tab: { url: ORIGIN } as chrome.tabs.Tab }],
    ['a page whose address only begins like ours', { ...contentScript, url: `${BASE.slice(0, -1)}.evil.example/` }],
  ])('%s', (_, sender) => {
    expect(attest(sender)).toEqual(refused('CALLER_NOT_ALLOWED'));
  });
});

describe('which origins are refused as not registered', () => {
  it.each([
    'https://portal.example.cn.evil.example',
    'https://sub.portal.example.cn',
    'https://example.cn',
    'http://portal.example.cn',
    'https://portal.example.cn:8443',
    'https://xn--prtal-jua.example.cn',
  ])('%s', (origin) => {
    const page = { ...contentScript, origin, url: `${origin}/login`, tab: tab(`${origin}/`) };
    expect(attest(page)).toEqual(refused('ORIGIN_NOT_REGISTERED'));
    expect(attest({ ...panelInPage, tab: tab(`${origin}/`) })).toEqual(refused('ORIGIN_NOT_REGISTERED'));
  });
});
