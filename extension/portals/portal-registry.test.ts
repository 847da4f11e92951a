import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edition, type Portal } from './portal.ts';
import { createPortalRegistry } from './portal-registry.ts';

const strict: Portal = { origin: 'https://ggzy.example.cn', name: 'a', channelId: 'aa', loginSelectors: [] };
const demo: Portal = { ...strict, origin: 'http://shangqiu.portal.localhost', anyPort: true };
const registry = createPortalRegistry([strict, demo]);

describe('a portal', () => {
  it('is found by its exact origin', () => {
    expect(registry.at('https://ggzy.example.cn')).toBe(strict);
  });

  it('of the demo is found at any port of its host', () => {
    expect(registry.at('http://shangqiu.portal.localhost')).toBe(demo);
    expect(registry.at('http://shangqiu.portal.localhost:43210')).toBe(demo);
  });

  it.each([
    'http://ggzy.example.cn',
    'https://ggzy.example.cn:8443',
    'https://www.ggzy.example.cn',
    'https://ggzy.example.cn.evil.example',
    'https://evil.example/https://ggzy.example.cn',
    'https://ggzy.example.cn/',
    'https://user@ggzy.example.cn',
    'https://GGZY.example.cn',
    'https://shangqiu.portal.localhost',
    'http://a.shangqiu.portal.localhost:1',
    'null',
    '',
    '*',
    'file://',
  ])('is not found at %s', (origin) => {
    expect(registry.at(origin)).toBeUndefined();
  });
});

it.each(['demo', 'production'])('the list of the %s edition is in order', (name) => {
  const list: unknown = JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));
  const { portals } = edition.parse(list);
  for (const portal of portals) {
    expect(createPortalRegistry(portals).at(portal.origin)).toBe(portal);
    if (name === 'production') expect(portal.anyPort).toBeUndefined();
  }
});
