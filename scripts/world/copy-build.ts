import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A part of the build, copied: a running world must not change when somebody builds again, and its extension talks to
 * its own service.
 */
export async function copyBuild(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to, { recursive: true });
}
