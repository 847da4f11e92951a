import { expect, it } from 'vitest';
import { pageText } from './page-text.ts';

it.each([
  ['zh-CN', 'en-US', '办理、续期数字证书'],
  ['en', 'zh-CN', 'Apply for or renew a certificate'],
  ['EN-GB', 'zh-CN', 'Apply for or renew a certificate'],
  ['', 'en-US', 'Apply for or renew a certificate'],
  ['', 'zh-CN', '办理、续期数字证书'],
  ['fr', 'en-US', '办理、续期数字证书'],
  ['enm', 'en-US', '办理、续期数字证书'],
])('in a page in "%s" for a browser in %s the button says %s', (page, browser, title) => {
  expect(pageText(page, browser).title).toBe(title);
});
