import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignedHead } from '../signed-head.ts';
import { readSignedHead } from './read-signed-head.ts';

export interface Anchors {
  readonly heads: readonly SignedHead[];
  /** Files that hold no signed head. */
  readonly unreadable: readonly string[];
}

/** Every file below the folder, however they were brought there. */
export async function readAnchors(folder: string): Promise<Anchors> {
  const heads: SignedHead[] = [];
  const unreadable: string[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const head = readSignedHead(await readFile(path, 'utf8'));
    if (head) heads.push(head);
    else unreadable.push(path);
  }
  return { heads, unreadable };
}
