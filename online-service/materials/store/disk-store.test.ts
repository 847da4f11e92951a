import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openDiskStore } from './disk-store.ts';
import { listed } from './testing/listed.ts';
import { storeContract } from './testing/store-contract.ts';

const root = await temporaryFolder();
let folders = 0;
const freshFolder = () => join(root, String(folders++));

storeContract('the disk store', () => openDiskStore(freshFolder()));

/** Where its only file lies. */
async function onlyFile(folder: string): Promise<string> {
  const [fan = ''] = await readdir(folder);
  const [name = ''] = await readdir(join(folder, fan));
  return join(folder, fan, name);
}

describe('the disk store', () => {
  it('keeps files and folders for the service alone', async () => {
    const folder = freshFolder();
    await (await openDiskStore(folder)).put('a/b', Buffer.from('x'));
    const path = await onlyFile(folder);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
  });

  it('is found again by the next process', async () => {
    const folder = freshFolder();
    await (await openDiskStore(folder)).put('a/b', Buffer.from('kept'));
    expect(await (await openDiskStore(folder)).get('a/b')).toEqual(Buffer.from('kept'));
  });

  it('a write that was cut off is never seen, and cleared away by a later start', async () => {
    const folder = freshFolder();
    const store = await openDiskStore(folder);
    await store.put('a/b', Buffer.from('whole'));
    const path = await onlyFile(folder);
    const [old, recent] = [`${path}.1.part`, `${path}.2.part`];
    await writeFile(old, 'wh');
    await writeFile(recent, 'who');
    const yesterday = Date.now() / 1000 - 86_400;
    await utimes(old, yesterday, yesterday);
    const again = await openDiskStore(folder);
    expect(await again.get('a/b')).toEqual(Buffer.from('whole'));
    expect(await listed(again, '')).toEqual(['a/b']);
    expect((await readdir(join(path, '..'))).sort()).toEqual([path, recent].map((file) => file.split('/').at(-1)));
  });

  it('a write that fails leaves the old material and no part of the new', async () => {
    const folder = freshFolder();
    const store = await openDiskStore(folder);
    await store.put('a/b', Buffer.from('old'));
    const path = await onlyFile(folder);
    const cutOff = (async function* () {
      yield Buffer.from('ne');
      throw new Error('no more');
    })();
    await expect(store.put('a/b', cutOff as unknown as Uint8Array)).rejects.toMatchObject({ name: 'StoreFault' });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(join(path, '..'))).toHaveLength(1);
  });

  it('a place that cannot be written is a fault of the store, told by its code', async () => {
    const folder = freshFolder();
    const store = await openDiskStore(folder);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file where the folder was');
    await expect(store.put('a/b', Buffer.from('x'))).rejects.toMatchObject({ code: 'STORE_REFUSED' });
  });
});
