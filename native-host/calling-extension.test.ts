import { expect, it } from 'vitest';
import { callingExtension } from './calling-extension.ts';

const ID = 'ckkgpkkkaaaljidhjgfgpdalhnaeoehl';

it.each([
  ['Chrome on Linux and macOS', [`chrome-extension://${ID}/`], ID],
  ['Chrome on Windows', [`chrome-extension://${ID}/`, '--parent-window=0'], ID],
  ['a parent window named first', ['--parent-window=7', `chrome-extension://${ID}/`], ID],
  [
    'Firefox',
    ['/home/u/.mozilla/native-messaging-hosts/cn.certbridge.host.json', 'certbridge@example.cn'],
    'certbridge@example.cn',
  ],
])('the caller that %s names is known', (_browser, args, expected) => {
  expect(callingExtension(args)).toBe(expected);
});

it.each([
  ['nobody', []],
  ['a web page', ['https://example.com/']],
  ['an origin without its end', [`chrome-extension://${ID}`]],
  ['an origin with a path', [`chrome-extension://${ID}/x/`]],
  ['an origin with something in front', [`xchrome-extension://${ID}/`]],
  ['an id of other letters', ['chrome-extension://zzzzpkkkaaaljidhjgfgpdalhnaeoehl/']],
  ['a bare id', [ID]],
])('%s is no caller', (_what, args) => {
  expect(callingExtension(args)).toBeUndefined();
});
