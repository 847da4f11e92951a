import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdLock, lockHolder, tryLock } from './lock.ts';

const TAKER = join(import.meta.dirname, 'testing/lock-taker.ts');

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certbridge-lock-'));
  path = join(folder, 'deeper/lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('a lock', () => {
  it('is held by one at a time', () => {
    const lock = tryLock(path);
    expect(lock).toBeDefined();
    expect(tryLock(path)).toBeUndefined();
    lock?.release();
    expect(existsSync(path)).toBe(false);
    expect(tryLock(path)).toBeDefined();
  });

  it('is passed on when its holder lets go', async () => {
    const first = await holdLock(path);
    const second = holdLock(path);
    first.release();
    (await second).release();
  });

  it('is free when its holder has died', async () => {
    tryLock(path)?.release();
    const gone = spawn(process.execPath, ['--eval', '']);
    await once(gone, 'exit');
    writeFileSync(path, String(gone.pid));
    expect(tryLock(path)).toBeDefined();
  });

  it('is free when the id of its dead holder has gone to somebody else', () => {
    tryLock(path);
    const [pid, start, rest] = readFileSync(path, 'utf8').split(' ');
    writeFileSync(path, [pid, Number(start) - 1, rest].join(' '));
    expect(lockHolder(path)).toBeUndefined();
    expect(tryLock(path)).toBeDefined();
    expect(lockHolder(path)).toBe(process.pid);
  });

  it('is waited for as long as one wants to: he is told for whom, and may give up', async () => {
    tryLock(path);
    const givenUp = new AbortController();
    const holder = await new Promise((resolve, reject) => {
      holdLock(path, { signal: givenUp.signal, onWait: resolve }).catch(reject);
    });
    expect(holder).toBe(process.pid);
    const waiting = holdLock(path, { signal: givenUp.signal });
    givenUp.abort();
    await expect(waiting).rejects.toThrow('abort');
  });

  it('is free when a crash left it empty', () => {
    mkdirSync(dirname(path));
    writeFileSync(path, '');
    expect(tryLock(path)).toBeDefined();
  });

  it('is not let go of by one that no longer holds it', () => {
    const first = tryLock(path);
    rmSync(path);
    tryLock(path);
    first?.release();
    expect(tryLock(path)).toBeUndefined();
  });

  it('leaves nothing else in its folder', () => {
    mkdirSync(dirname(path));
    writeFileSync(path, '');
    tryLock(path);
    expect(readdirSync(dirname(path))).toEqual(['lock']);
    expect(readFileSync(path, 'utf8')).toContain(String(process.pid));
  });

  it('goes from one dead holder to one heir, however many want it', async () => {
    const takers = Array.from({ length: 12 }, () => fork(TAKER, [path, join(folder, 'inside')]));
    await Promise.all(takers.map((taker) => once(taker, 'spawn')));
    const ends = Promise.all(takers.map((taker) => once(taker, 'exit')));
    for (const taker of takers) taker.send('go');
    expect(await ends).toEqual(takers.map(() => [0, null]));
    // The last of them died holding it.
    expect(tryLock(path)).toBeDefined();
  });
});
