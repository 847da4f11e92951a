import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { Binaries } from './binaries.ts';
import { reachableBinaries } from './reachable-binaries.ts';

/** Neither we nor anybody else on this machine. */
const SOMEBODY = { uid: 3_999_999_999, gid: 3_999_999_999 };

const folder = await temporaryFolder();
let locked: string;
let place: string;
let binaries: Binaries;
let made = 0;

beforeEach(async () => {
  made += 1;
  locked = join(folder, `locked-${made}`);
  place = join(folder, `common-${made}`);
  binaries = { initdb: join(locked, 'native/bin/initdb'), pgCtl: join(locked, 'native/bin/pg_ctl') };
  await mkdir(join(locked, 'native/bin'), { recursive: true });
  await mkdir(join(locked, 'native/lib'));
  for (const program of [binaries.initdb, binaries.pgCtl]) {
    await writeFile(program, program);
    await chmod(program, 0o755);
  }
  await writeFile(join(locked, 'native/lib/libpq.so'), 'library');
  await chmod(locked, 0o700);
});

test('programs that we run ourselves stay where they are', async () => {
  expect(await reachableBinaries(binaries, undefined, place)).toBe(binaries);
});

test('programs that another user cannot reach are copied whole to where he can, and may be run', async () => {
  const { initdb, pgCtl } = await reachableBinaries(binaries, SOMEBODY, place);
  expect(await readFile(initdb, 'utf8')).toBe(binaries.initdb);
  expect((await stat(pgCtl)).mode & 0o777).toBe(0o755);
  expect(await readFile(join(dirname(pgCtl), '../lib/libpq.so'), 'utf8')).toBe('library');
  expect((await stat(place)).mode & 0o777).toBe(0o755);
});

test('several services that need the copy at once make one, and leave nothing half made', async () => {
  const copies = await Promise.all([1, 2, 3].map(() => reachableBinaries(binaries, SOMEBODY, place)));
  expect(new Set(copies.map(({ pgCtl }) => pgCtl)).size).toBe(1);
  expect(await readdir(place)).toHaveLength(1);
});

test('other programs in the same folder, as after an update, get a copy of their own', async () => {
  const before = await reachableBinaries(binaries, SOMEBODY, place);
  await writeFile(binaries.pgCtl, 'a newer one');
  await utimes(binaries.pgCtl, 1, 1);
  const after = await reachableBinaries(binaries, SOMEBODY, place);
  expect(await readFile(after.pgCtl, 'utf8')).toBe('a newer one');
  expect(after.pgCtl).not.toBe(before.pgCtl);
});
