import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkPort, LOOPBACK } from './check-port.ts';
import { readSettings } from './settings.ts';

const open = createServer();
afterEach(() => open.close());

test('without a word from the environment the sandbox is on 7100, with its data in the project', () => {
  const settings = readSettings({});
  expect(settings.port).toBe(7100);
  expect(settings.dataDir).toMatch(/[\\/]\.data[\\/]sandbox$/);
});

test('port and the sandbox’s own data folder come from the environment', () => {
  const settings = readSettings({ CERTBRIDGE_SANDBOX_PORT: '0', CERTBRIDGE_DATA_DIR: '/somewhere' });
  expect(settings).toMatchObject({ port: 0, dataDir: resolve('/somewhere') });
});

test.each(['70000', '-1', '7100x', '71.5', 'http'])('“%s” is no port: the error names the variable', (port) => {
  expect(() => readSettings({ CERTBRIDGE_SANDBOX_PORT: port })).toThrow(/CERTBRIDGE_SANDBOX_PORT/);
});

test('a busy port is an error that says which variable to set', async () => {
  await new Promise<void>((done) => open.listen(0, LOOPBACK, done));
  const address = open.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(checkPort(port)).rejects.toThrow(/SANDBOX_PORT_BUSY[\s\S]*CERTBRIDGE_SANDBOX_PORT=/);
});

test('a free port passes, and is free again afterwards', async () => {
  await checkPort(0);
});
