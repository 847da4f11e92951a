import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from '../../create-log.ts';
import { StartProblem } from '../../problems/start-problem.ts';
import { capturedLog } from '../../testing/captured-log.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openWechatSettings } from './read-settings.ts';
import { API_KEY, PLATFORM_SERIAL, SETTINGS_CONTENT } from './testing/wechat-side.ts';

const folder = await temporaryFolder();
const file = join(folder, 'wechat.json');
const OTHER_SERIAL = 'PUB_KEY_ID_0119000000012026010800000001';
const platformPem = String(SETTINGS_CONTENT.platformKeys[PLATFORM_SERIAL]);

function write(content: unknown): Promise<void> {
  return writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
}

async function opened() {
  const log = capturedLog();
  await write(SETTINGS_CONTENT);
  return { source: await openWechatSettings(file, createLog('trace', log.stream)), log };
}

test('new keys are in force as soon as the file has them, without a restart', async () => {
  const { source } = await opened();
  const before = await source.current();
  expect(await source.current()).toBe(before);
  const platformKeys = { ...SETTINGS_CONTENT.platformKeys, [OTHER_SERIAL]: platformPem };
  const next = join(folder, 'next.json');
  await writeFile(next, JSON.stringify({ ...SETTINGS_CONTENT, platformKeys }));
  await rename(next, file);
  expect(Object.keys((await source.current()).platformKeys)).toEqual([PLATFORM_SERIAL, OTHER_SERIAL]);
});

test('a file that turns bad is logged once, by names and never by values; what was good before stays', async () => {
  const { source, log } = await opened();
  const before = await source.current();
  await write({ ...SETTINGS_CONTENT, apiV3Keys: ['a-secret-that-is-too-short'] });
  expect([await source.current(), await source.current()]).toEqual([before, before]);
  expect(log.text().match(/turned bad/g)).toHaveLength(1);
  expect(log.text()).toContain('apiV3Keys.0');
  expect(log.text()).not.toMatch(/a-secret|PRIVATE|PUBLIC/);
  await write(SETTINGS_CONTENT);
  expect(await source.current()).not.toBe(before);
});

test('nothing of a key is in what a log or an error makes of the settings', async () => {
  const { source } = await opened();
  const shown = JSON.stringify(await source.current());
  expect(shown).not.toContain(API_KEY);
  expect(shown).not.toMatch(/BEGIN|MII/);
});

test.each<[string, unknown, string]>([
  ['is not JSON', '{"mchid":"secret', 'JSON'],
  ['has no private key', { ...SETTINGS_CONTENT, merchant: { serial: 'ABCDEF0123', privateKey: 'x' } }, 'privateKey'],
  ['has no key of the platform', { ...SETTINGS_CONTENT, platformKeys: {} }, 'platformKeys'],
  ['speaks in the open to somebody else', { ...SETTINGS_CONTENT, baseURL: 'http://pay.example.cn/' }, 'baseURL'],
])('at the start, a file that %s is named with what is wrong in it', async (_what, content, place) => {
  await write(content);
  const problem = await openWechatSettings(file, createLog('silent')).catch((fault: unknown) => fault);
  expect(problem).toBeInstanceOf(StartProblem);
  expect(String(problem)).toContain(place);
  expect(String(problem)).not.toContain('secret');
});

test('at the start, a file that is not there is named', async () => {
  const missing = join(folder, 'missing.json');
  await expect(openWechatSettings(missing, createLog('silent'))).rejects.toThrow('ENOENT');
});
