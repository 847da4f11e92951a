import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type Pcscd, startPcscd } from './pcscd.ts';
import { until } from './until.ts';

const running: Pcscd[] = [];
afterEach(async () => {
  for (const pcscd of running.splice(0)) await pcscd.stop();
});

test('two of them run side by side, each with its own socket, and leave nothing behind', async () => {
  const [one, two] = await Promise.all([startPcscd(), startPcscd()]);
  running.push(one, two);
  expect(one.socketName).not.toBe(two.socketName);
  for (const { socketName } of [one, two]) {
    expect(existsSync(socketName)).toBe(true);
    expect(Buffer.byteLength(socketName)).toBeLessThanOrEqual(107);
  }
  await one.stop();
  await one.exited;
  expect(existsSync(one.socketName)).toBe(false);
  expect(existsSync(two.socketName)).toBe(true);
});

test('it dies with its owner, even if the owner is killed', async () => {
  const module = fileURLToPath(new URL('./pcscd.ts', import.meta.url));
  const script = `const { startPcscd } = await import(${JSON.stringify(module)});
    console.log(JSON.stringify(await startPcscd())); setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [line] = await once(createInterface({ input: owner.stdout }), 'line');
  const { socketName }: { socketName: string } = JSON.parse(String(line));
  expect(existsSync(socketName)).toBe(true);
  owner.kill('SIGKILL');
  await until(
    async () => existsSync(socketName),
    (still) => !still,
  );
});
