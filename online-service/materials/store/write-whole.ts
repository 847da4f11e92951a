import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that is being written; after a crash it stays behind until the next start. */
export const PART = '.part';
/** Another process of the service may be writing right now; no write takes this long. */
const PART_KEPT_MS = 3_600_000;

/** After this the file is there and whole, also when the power goes: bytes, then name, each brought to the disk. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${randomUUID()}${PART}`;
  try {
    const file = await open(part, 'wx', 0o600);
    await file.writeFile(bytes).then(
      () => file.sync().finally(() => file.close()),
      (error: unknown) => file.close().then(() => Promise.reject(error)),
    );
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** For the service's eyes only. A folder that is new is brought to the disk together with its name. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first !== undefined) await syncFolder(dirname(folder));
}

export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and writes their entries by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

export async function removeOldParts(folder: string): Promise<void> {
  for await (const { name } of await opendir(folder)) {
    const path = join(folder, name);
    if (name.endsWith(PART) && Date.now() - (await stat(path)).mtimeMs > PART_KEPT_MS) await rm(path, { force: true });
  }
}
