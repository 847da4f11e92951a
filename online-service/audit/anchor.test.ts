import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDiskStore } from '../materials/store/disk-store.ts';
import { listed } from '../materials/store/testing/listed.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { anchorBucket } from './anchor-bucket.ts';
import { anchorFolder } from './anchor-folder.ts';
import { soundChain } from './testing/attacked-chain.ts';
import { readAnchors } from './verify/read-anchors.ts';

const folder = await temporaryFolder();
const { heads } = soundChain();

test('a folder keeps each head in a file that is never opened again, and gives them all back', async () => {
  const place = anchorFolder(join(folder, 'worm'));
  for (const head of [...heads, ...heads]) await place.keep(head);
  const { heads: read, unreadable } = await readAnchors(join(folder, 'worm'));
  expect(read).toHaveLength(2);
  expect(read).toEqual(expect.arrayContaining([...heads]));
  expect(unreadable).toEqual([]);
});

test('another head of the same sequence takes no place of the first', async () => {
  const place = anchorFolder(join(folder, 'twice'));
  for (const head of heads) {
    await place.keep(head);
    await place.keep({ ...head, hash: head.hash.split('').reverse().join('') });
  }
  expect((await readAnchors(join(folder, 'twice'))).heads).toHaveLength(4);
});

test('a bucket gets the same, under names that every store takes', async () => {
  const store = await openDiskStore(join(folder, 'bucket'));
  for (const head of heads) await anchorBucket(store).keep(head);
  const [first = ''] = await listed(store, 'audit/');
  const [day = ''] = await readdir(join(folder, 'worm'));
  const [file = ''] = (await readdir(join(folder, 'worm', day))).toSorted();
  expect(Buffer.from((await store.get(first)) ?? [])).toEqual(await readFile(join(folder, 'worm', day, file)));
});
