import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writePaymentFiles } from './payment-files.ts';

const account = { name: '示例', number: '6222020200001234567', bank: '示例银行' };
const alipay = {
  gateway: 'http://127.0.0.1:7100/alipay/gateway.do',
  appId: '2021003126600101',
  sellerId: '2088721066001010',
  appPrivateKey: 'key',
  alipayPublicKeys: ['key'],
};
const wechat = {
  baseURL: 'http://127.0.0.1:7100/wechat/',
  mchid: '1900000001',
  appid: 'wxd678efh567hg6787',
  merchant: { serial: '7132', privateKey: 'key' },
  apiV3Keys: ['key'],
  platformKeys: { PUB_KEY_ID_01: 'key' },
};

it('each file is named by its setting, is for nobody else to read, and is replaced when keys change', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'certbridge-payments-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const remittance = { remittance: account, treasury: account };
  const settings = await writePaymentFiles(folder, { alipay, wechat, remittance });
  const file = settings['CERTBRIDGE_ALIPAY_FILE'] ?? '';
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(alipay);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(settings['CERTBRIDGE_REMITTANCE_FILE'] ?? '', 'utf8'))).toEqual(remittance);
  await writePaymentFiles(folder, { alipay: { ...alipay, alipayPublicKeys: ['new', 'key'] }, wechat, remittance });
  expect(readFileSync(file, 'utf8')).toContain('"new"');
});
