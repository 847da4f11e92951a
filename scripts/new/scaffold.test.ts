import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../tools/root.ts';
import { KINDS, namesOf } from './kinds.ts';
import { scaffold } from './scaffold.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certbridge-new-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const cases = KINDS.map((kind) => ({ kind, title: kind.words.join(' ') }));

describe.each(cases)('npm run new -- $title', ({ kind }) => {
  it('lays out files that the linter accepts as they are', async () => {
    cpSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
    mkdirSync(join(folder, '.git'));
    const files = await scaffold(folder, kind, kind.example);
    expect(files.filter((path) => /\.test\.tsx?$/.test(path))).toHaveLength(1);
    const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
    const checked = spawnSync(process.execPath, [biome, 'check', '--vcs-enabled=false', '.'], { cwd: folder });
    expect(`${checked.stdout}${checked.stderr}`).toContain(`Checked ${files.length + 1} files`);
    expect(checked.status).toBe(0);
  });

  it('names as next only files that are there', () => {
    const files = kind.next(namesOf(kind.example)).flatMap((step) => step.match(/^[\w./-]+\.tsx?(?=:)/) ?? []);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(ROOT, file)), file).toBe(true);
  });

  it('never overwrites, and writes nothing when one of its files is there', async () => {
    const [first = '', ...others] = await scaffold(folder, kind, kind.example);
    for (const other of others) rmSync(join(folder, other));
    mkdirSync(dirname(join(folder, first)), { recursive: true });
    writeFileSync(join(folder, first), 'mine');
    await expect(scaffold(folder, kind, kind.example)).rejects.toThrow(first);
    expect(readFileSync(join(folder, first), 'utf8')).toBe('mine');
    for (const other of others) expect(() => readFileSync(join(folder, other))).toThrow('ENOENT');
  });

  it.each(['', '../evil', 'Key.Lock', 'a b', 'x/y'])('refuses the name "%s"', async (name) => {
    await expect(scaffold(folder, kind, name)).rejects.toThrow(kind.example);
  });
});
