import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeManifest } from './compose-manifest.ts';
import type { Edition } from './portal.ts';

const base = JSON.parse(
  readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'),
) as chrome.runtime.ManifestV3;
const portal = { name: 'a', channelId: 'aa', loginSelectors: [] };
const edition: Edition = {
  serviceUrl: 'https://service.example.cn:8443/api',
  portals: [
    { ...portal, origin: 'https://ggzy.example.cn' },
    { ...portal, origin: 'http://demo.localhost', anyPort: true },
  ],
};
const PATTERNS = ['https://ggzy.example.cn/*', 'http://demo.localhost/*'];

describe('the manifest', () => {
  const manifest = composeManifest(base, edition);

  it('asks for two permissions, and for the portals and the service by name', () => {
    expect(manifest.permissions).toEqual(['nativeMessaging', 'storage']);
    expect(manifest.host_permissions).toEqual([...PATTERNS, 'https://service.example.cn/*']);
  });

  it('puts the content script into the top frame of the portals only', () => {
    expect(manifest.content_scripts).toMatchObject([{ matches: PATTERNS, all_frames: false }]);
  });

  it('lets the portals, and nobody else, show the panel, and nothing else of ours', () => {
    expect(manifest.web_accessible_resources).toEqual([
      { resources: ['extension/panel/index.html'], matches: PATTERNS, use_dynamic_url: true },
    ]);
    const policy = manifest.content_security_policy?.extension_pages ?? '';
    expect(policy).toContain("frame-ancestors 'self' https://ggzy.example.cn http://demo.localhost:*");
    expect(policy).toContain("connect-src 'self' https://service.example.cn:8443;");
    expect(policy).not.toMatch(/unsafe|https?:\/\/\*|\s\*/);
  });

  it('is open to no other extension and to no page by itself', () => {
    expect(manifest.externally_connectable).toEqual({ ids: [] });
  });

  it('of an edition without portals touches no page at all', () => {
    const empty = composeManifest(base, { ...edition, portals: [] });
    expect(empty.content_scripts).toBeUndefined();
    expect(empty.web_accessible_resources).toBeUndefined();
    expect(empty.host_permissions).toEqual(['https://service.example.cn/*']);
  });
});
