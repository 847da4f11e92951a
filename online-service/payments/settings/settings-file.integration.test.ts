import { generateKeyPairSync } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../create-log.ts';
import { StartProblem } from '../../problems/start-problem.ts';
import { capturedLog } from '../../testing/captured-log.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { alipaySettings } from '../alipay/alipay-settings.ts';
import { readAccounts } from '../remittance/read-accounts.ts';
import { openSettingsFile } from './settings-file.ts';

const folder = await temporaryFolder();
const path = join(folder, 'alipay.json');
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [app, alipay] = [pair(), pair()];
const pem = (key: typeof app.privateKey, type: 'pkcs8' | 'spki') => key.export({ type, format: 'pem' }).toString();
const GOOD = {
  appId: '2021003126600101',
  sellerId: '2088721066001010',
  appPrivateKey: pem(app.privateKey, 'pkcs8'),
  alipayPublicKeys: [pem(alipay.publicKey, 'spki')],
};

const log = capturedLog();
const open = async (content: unknown) => {
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  const place = { variable: 'CERTBRIDGE_ALIPAY_FILE', path, schema: alipaySettings };
  return openSettingsFile(place, createLog('trace', log.stream));
};
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (fault: unknown) => (fault instanceof StartProblem ? fault.toText() : fault),
  );

describe('the file of Alipay', () => {
  test('keys may be PEM or the bare base64 that the providers’ tools give', async () => {
    const bare = (key: typeof app.privateKey, type: 'pkcs1' | 'spki') =>
      key.export({ type, format: 'der' }).toString('base64');
    const file = await open({
      ...GOOD,
      appPrivateKey: bare(app.privateKey, 'pkcs1'),
      alipayPublicKeys: [bare(alipay.publicKey, 'spki')],
    });
    const settings = await file.current();
    expect(settings.appPrivateKey.equals(app.privateKey)).toBe(true);
    expect(settings.alipayPublicKeys[0]?.equals(alipay.publicKey)).toBe(true);
    expect(settings.gateway).toBe('https://openapi.alipay.com/gateway.do');
  });

  test('printed, the settings show no key', async () => {
    const settings = await (await open(GOOD)).current();
    expect(inspect(settings, { depth: 9 }) + JSON.stringify(settings)).not.toMatch(/MII|PRIVATE/);
  });

  const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
  test.each<[string, unknown]>([
    ['gateway', { ...GOOD, gateway: 'http://openapi.alipay.com/gateway.do' }],
    ['appId', { ...GOOD, appId: '' }],
    ['sellerId', { ...GOOD, sellerId: '2021003126600101' }],
    ['appPrivateKey', { ...GOOD, appPrivateKey: pem(alipay.publicKey, 'spki') }],
    ['appPrivateKey', { ...GOOD, appPrivateKey: pem(short.privateKey, 'pkcs8') }],
    ['alipayPublicKeys', { ...GOOD, alipayPublicKeys: [] }],
    ['alipayPublicKeys.0', { ...GOOD, alipayPublicKeys: [GOOD.appPrivateKey] }],
    ['it is no JSON', '{'],
  ])('a wrong %s keeps the service from starting, is named, and is not repeated', async (place, content) => {
    const text = await problemOf(open(content));
    expect(text).toContain('CERTBRIDGE_ALIPAY_FILE');
    expect(text).toContain(place);
    expect(text).not.toMatch(/MII|-----BEGIN/);
  });

  test('a file that is not there', async () => {
    await rm(path, { force: true });
    const place = { variable: 'CERTBRIDGE_ALIPAY_FILE', path, schema: alipaySettings };
    expect(await problemOf(openSettingsFile(place, createLog('trace', log.stream)))).toContain('it cannot be read');
  });

  test('another file in its place is read; one that is bad, half written or gone is not, and is told of once', async () => {
    const file = await open(GOOD);
    const first = await file.current();
    expect(await file.current()).toBe(first);
    await writeFile(`${path}.new`, JSON.stringify({ ...GOOD, sellerId: '2088000000000001' }));
    await rename(`${path}.new`, path);
    expect((await file.current()).sellerId).toBe('2088000000000001');
    const before = log.text().length;
    await writeFile(path, JSON.stringify(GOOD).slice(0, 300));
    expect((await file.current()).sellerId).toBe('2088000000000001');
    expect((await file.current()).sellerId).toBe('2088000000000001');
    expect(log.text().slice(before).trim().split('\n')).toHaveLength(1);
    expect(log.text()).not.toMatch(/MII|-----BEGIN/);
    await rm(path);
    expect((await file.current()).sellerId).toBe('2088000000000001');
    await writeFile(path, JSON.stringify(GOOD));
    expect((await file.current()).sellerId).toBe('2088721066001010');
  });
});

describe('our accounts at the bank', () => {
  const account = { name: '示例证书服务有限公司', number: '6222020200001234567', bank: '中国工商银行商丘示例支行' };
  const quiet = createLog('silent');

  test('each may be absent, and so may be the file', async () => {
    await writeFile(path, JSON.stringify({ treasury: account }));
    expect(await readAccounts(path, quiet)).toEqual({ treasury: account });
    expect(await readAccounts(undefined, quiet)).toEqual({});
  });

  test('a wrong one keeps the service from starting, and is named', async () => {
    await writeFile(path, JSON.stringify({ remittance: { ...account, number: 'none' } }));
    const text = await problemOf(readAccounts(path, quiet));
    expect(text).toContain('CERTBRIDGE_REMITTANCE_FILE');
    expect(text).toContain('remittance.number');
  });
});
