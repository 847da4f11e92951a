import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { demoLog } from './demo-log.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certbridge-log-'));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('the log keeps every line', async () => {
  const log = demoLog(join(folder, 'log.txt'));
  log.write('one');
  log.write('two');
  log.end();
  await expect.poll(() => readFileSync(log.path, 'utf8')).toBe('one\ntwo\n');
});

it('a log that cannot be written is told of once, and ends nothing', async () => {
  const said = vi.spyOn(console, 'log').mockReturnValue();
  mkdirSync(join(folder, 'log.txt'));
  const log = demoLog(join(folder, 'log.txt'));
  log.write('one');
  await expect.poll(() => said.mock.calls.length).toBe(1);
  log.write('two');
  log.end();
  await new Promise(setImmediate);
  expect(said.mock.calls).toEqual([[expect.stringMatching(/EISDIR.*The log cannot be written/)]]);
});
