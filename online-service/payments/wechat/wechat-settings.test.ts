import { expect, test } from 'vitest';
import { PLATFORM_CERTIFICATE } from './testing/platform-certificate.ts';
import { API_KEY, PLATFORM_SERIAL, SETTINGS_CONTENT } from './testing/wechat-side.ts';
import { wechatSettings } from './wechat-settings.ts';

const read = (changes: Readonly<Record<string, unknown>>) =>
  wechatSettings.safeParse({ ...SETTINGS_CONTENT, ...changes });

test('an address gets its last slash, so that what is called lies under it', () => {
  expect(read({}).data?.baseURL).toBe('https://api.mch.weixin.qq.com/');
});

test('a platform certificate does as well as a public key, under its own serial number only', () => {
  expect(read({ platformKeys: { [PLATFORM_SERIAL]: PLATFORM_CERTIFICATE } }).success).toBe(true);
  expect(read({ platformKeys: { ABCDEF0123456789: PLATFORM_CERTIFICATE } }).success).toBe(false);
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['no key of the platform', { platformKeys: {} }],
  [
    'a private key in the place of a public one',
    { platformKeys: { ABCDEF0123: SETTINGS_CONTENT.merchant.privateKey } },
  ],
  ['no private key', { merchant: { serial: 'ABCDEF0123', privateKey: 'x' } }],
  ['an APIv3 key that is too short', { apiV3Keys: [API_KEY.slice(1)] }],
  ['no APIv3 key', { apiV3Keys: [] }],
  ['an address in the open to somebody else', { baseURL: 'http://pay.example.cn/' }],
  ['an address that only begins like this computer', { baseURL: 'http://127.0.0.1.example.cn/' }],
  ['a word that nobody knows', { secret: 'x' }],
])('not with %s', (_what, changes) => {
  expect(read(changes).success).toBe(false);
});

test('nothing of a key is in what a log makes of the settings', () => {
  const shown = JSON.stringify(read({}).data);
  expect(shown).not.toContain(API_KEY);
  expect(shown).not.toMatch(/BEGIN|MII/);
});
