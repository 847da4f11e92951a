import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './read-config.ts';

test('each way to pay has a file of its own; without one there is no such way', () => {
  expect(readConfig({}).paymentFiles).toEqual({});
  expect(readConfig({ CERTBRIDGE_ALIPAY_FILE: 'alipay.json' }).paymentFiles).toEqual({
    alipay: resolve('alipay.json'),
  });
  expect(
    readConfig({ CERTBRIDGE_WECHAT_FILE: '/etc/wechat.json', CERTBRIDGE_REMITTANCE_FILE: '/etc/accounts.json' })
      .paymentFiles,
  ).toEqual({ wechat: '/etc/wechat.json', remittance: '/etc/accounts.json' });
});
