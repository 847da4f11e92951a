import { createHash } from 'node:crypto';
import { opendir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, diskFault } from './disk-fault.ts';
import { checkMaterialKey } from './material-key.ts';
import type { MaterialStore } from './material-store.ts';
import { makeFolder, PART, removeOldParts, syncFolder, writeWhole } from './write-whole.ts';

/** Hexadecimal digits of a folder's name: 4,096 folders keep each one short with millions of materials. */
const FAN_OUT = 3;

/** Materials as files below `folder`, which is this store's alone. */
export async function openDiskStore(folder: string): Promise<MaterialStore> {
  await told(makeFolder(folder));
  await told(forEachFolder(folder, removeOldParts));
  return {
    put: async (key, bytes) => told(put(pathOf(folder, key), bytes)),
    get: async (key) => told(readFile(pathOf(folder, key)).catch(undefinedWhenAbsent)),
    remove: async (key) => told(remove(pathOf(folder, key))),
    list: (prefix) => list(folder, prefix),
  };
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  await writeWhole(path, bytes);
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true });
  await syncFolder(dirname(path)).catch(undefinedWhenAbsent);
}

async function* list(folder: string, prefix: string): AsyncIterable<string> {
  const wanted = fileName(prefix);
  for await (const fan of await told(opendir(folder))) {
    for await (const { name } of await told(opendir(join(folder, fan.name)))) {
      if (name.startsWith(wanted) && !name.endsWith(PART)) yield name.replaceAll('_', '/');
    }
  }
}

async function forEachFolder(folder: string, work: (inner: string) => Promise<void>): Promise<void> {
  for await (const { name } of await opendir(folder)) await work(join(folder, name));
}

/** A key holds no underscore, so the way back is certain. */
function fileName(key: string): string {
  return key.replaceAll('/', '_');
}

function pathOf(folder: string, key: string): string {
  checkMaterialKey(key);
  const fan = createHash('sha256').update(key).digest('hex').slice(0, FAN_OUT);
  return join(folder, fan, fileName(key));
}

function undefinedWhenAbsent(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

async function told<Value>(work: Promise<Value>): Promise<Value> {
  return work.catch((error: unknown) => {
    throw diskFault(error);
  });
}
