import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type Ids, isReachable } from './database-user.ts';

/** Only root may make anything in it, so nobody can put a program of his own where we look for ours. */
const COMMON_PLACE = '/var/lib/certbridge';

/**
 * The programs where the database's user can run them. Below a folder that only root may enter a copy is made elsewhere:
 * initdb looks for its neighbours with access(2), which knows nothing of the capability that lets the server pass.
 */
export async function reachableBinaries(
  binaries: Binaries,
  ids: Ids | undefined,
  place = COMMON_PLACE,
): Promise<Binaries> {
  const bin = dirname(binaries.pgCtl);
  if (!ids || (await isReachable(bin, ids))) return binaries;
  const installed = dirname(bin);
  const copy = join(place, await nameOf(binaries));
  if (!existsSync(copy)) await copyWhole(installed, copy);
  const moved = (program: string) => join(copy, relative(installed, program));
  return { initdb: moved(binaries.initdb), pgCtl: moved(binaries.pgCtl) };
}

/** Of the programs as they are: another version, or a new installation, has another name. */
async function nameOf({ pgCtl }: Binaries): Promise<string> {
  const { size, mtimeMs } = await stat(pgCtl);
  return `postgresql-${createHash('sha256').update(`${pgCtl} ${size} ${mtimeMs}`).digest('hex').slice(0, 16)}`;
}

/** Made aside and moved into place, so that nobody starts half a server. */
async function copyWhole(installed: string, copy: string): Promise<void> {
  const place = dirname(copy);
  // Whatever our umask leaves of it, the database's user must pass.
  if (await mkdir(place, { recursive: true })) await chmod(place, 0o755);
  const aside = await mkdtemp(join(place, 'unfinished-'));
  const whole = join(aside, 'postgresql');
  await cp(installed, whole, { recursive: true, verbatimSymlinks: true });
  await rename(whole, copy).catch((error: unknown) => {
    // Another process was first, and its copy is as good.
    if (!existsSync(copy)) throw error;
  });
  await rm(aside, { recursive: true, force: true });
}
