import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { StartProblem } from '../problems/start-problem.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { loadMasterKeys, type MasterKeySource } from './load-master-keys.ts';
import { newMasterKeyLine } from './master-key.ts';

const folder = await temporaryFolder();
let folders = 0;
const freshDir = () => join(folder, String(folders++));

async function problemOf(source: MasterKeySource): Promise<StartProblem> {
  const problem = await loadMasterKeys(source).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(StartProblem);
  return problem as StartProblem;
}

describe('nothing configured', () => {
  it('the first start makes a key that only the service may read, and later starts keep it', async () => {
    const dataDir = freshDir();
    const first = await loadMasterKeys({ dataDir });
    const path = join(dataDir, 'master-keys');
    expect(first.madeNow).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const second = await loadMasterKeys({ dataDir });
    expect(second.madeNow).toBe(false);
    expect(second.keys[0].id).toBe(first.keys[0].id);
    expect(second.keys[0].secret.equals(first.keys[0].secret)).toBe(true);
  });

  it('processes that start together agree on one key and leave no draft behind', async () => {
    const dataDir = freshDir();
    const loaded = await Promise.all(Array.from({ length: 8 }, () => loadMasterKeys({ dataDir })));
    expect(new Set(loaded.map(({ keys }) => keys[0].id)).size).toBe(1);
    expect(loaded.filter(({ madeNow }) => madeNow)).toHaveLength(1);
    expect(await readdir(dataDir)).toEqual(['master-keys']);
  });

  it('a damaged file is named and kept: a new key in its place would lose what it sealed', async () => {
    const dataDir = freshDir();
    await loadMasterKeys({ dataDir });
    const path = join(dataDir, 'master-keys');
    await writeFile(path, 'k-1 half');
    const problem = await problemOf({ dataDir });
    expect(problem.toText()).toContain(path);
    expect(await readFile(path, 'utf8')).toBe('k-1 half');
  });

  it('a file that others may read is refused, with the command that mends it', async () => {
    const dataDir = freshDir();
    await loadMasterKeys({ dataDir });
    await chmod(join(dataDir, 'master-keys'), 0o644);
    expect((await problemOf({ dataDir })).toText()).toContain('chmod 600');
  });
});

describe('configured keys', () => {
  it('come from the environment, separated by commas or lines, oldest first', async () => {
    const text = `${newMasterKeyLine().trim()},${newMasterKeyLine()}`;
    const { keys, madeNow } = await loadMasterKeys({ text, dataDir: freshDir() });
    expect(keys).toHaveLength(2);
    expect(madeNow).toBe(false);
    expect(text.startsWith(`${keys[0].id} `)).toBe(true);
  });

  it('come from a file, where # begins a remark', async () => {
    const file = join(folder, 'mounted');
    await writeFile(file, `# 2025\r\n${newMasterKeyLine().trim()}\r\n\r\n`);
    expect((await loadMasterKeys({ file, dataDir: freshDir() })).keys).toHaveLength(1);
  });

  it('a file that is missing stops the start', async () => {
    expect((await problemOf({ file: join(folder, 'nowhere'), dataDir: freshDir() })).exitCode).toBe(2);
  });

  it('both at once are refused', async () => {
    await problemOf({ text: newMasterKeyLine(), file: join(folder, 'mounted'), dataDir: freshDir() });
  });

  const good = newMasterKeyLine();
  it.each([
    ['nothing', ' \n# only a remark'],
    ['31 bytes', `k-1 ${Buffer.alloc(31, 7).toString('base64')}`],
    ['33 bytes', `k-1 ${Buffer.alloc(33, 7).toString('base64')}`],
    ['hexadecimal', `k-1 ${'0f'.repeat(32)}`],
    ['no id', Buffer.alloc(32, 7).toString('base64')],
    ['an id with other characters', `K_1 ${Buffer.alloc(32, 7).toString('base64')}`],
    ['one id twice', `${good}${good}`],
    ['a good line and a bad one', `${good}k-2 short`],
  ])('%s: refused, and nothing of it repeated', async (_, text) => {
    const shown = (await problemOf({ text, dataDir: freshDir() })).toText();
    for (const word of text.split(/\s+/).filter((part) => part.length > 30)) expect(shown).not.toContain(word);
  });

  it('a key shows nothing of itself when it is logged', async () => {
    const line = newMasterKeyLine();
    const { keys } = await loadMasterKeys({ text: line, dataDir: freshDir() });
    const secret = line.trim().split(' ')[1] ?? '';
    const shown = `${JSON.stringify(keys)} ${inspect(keys, { depth: 9, showHidden: true })}`;
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(Buffer.from(secret, 'base64').toString('hex'));
  });
});
