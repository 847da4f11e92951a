import { randomBytes } from 'node:crypto';
import { chmod, chown, link, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartProblem } from '../../problems/start-problem.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { complaintIn } from './complaint-in.ts';
import { type DatabaseUser, databaseIds, databaseUser } from './database-user.ts';
import { clusterFolder } from './places.ts';
import { reachableBinaries } from './reachable-binaries.ts';

export const DATABASE_LOGIN = 'certbridge';

/** A PostgreSQL cluster on disk that is ready to be started. */
export interface Cluster {
  readonly dataDir: string;
  readonly logFile: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly user: DatabaseUser;
}

const HALF_MADE = 'unfinished-';
const HALF_MADE_IS_RUBBISH_AFTER_MS = 10 * 60_000;

/** Finds the cluster in that folder, or makes one. */
export async function openCluster(wanted: string): Promise<Cluster> {
  await mkdir(wanted, { recursive: true, mode: 0o700 });
  const folder = await realpath(wanted);
  const ids = await databaseIds();
  const binaries = await reachableBinaries(await findBinaries(), ids);
  const user = await databaseUser(dirname(folder), ids);
  await chmod(folder, 0o700);
  if (user.ids) await chown(folder, user.ids.uid, user.ids.gid);
  const password = await keptPassword(folder, user);
  const cluster = { dataDir: clusterFolder(folder), logFile: join(folder, 'server.log'), password, binaries, user };
  await removeRubbish(folder);
  if (!(await exists(cluster.dataDir))) await makeCluster(folder, cluster);
  await checkVersion(cluster);
  return cluster;
}

/** Made once by whoever is first, and never seen half written; readable by the database's user only (and by root). */
async function keptPassword(folder: string, user: DatabaseUser): Promise<string> {
  const file = join(folder, 'password');
  if (!(await exists(file))) {
    const aside = besides(folder);
    await writeFile(aside, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (user.ids) await chown(aside, user.ids.uid, user.ids.gid);
    await link(aside, file).catch(unlessCode('EEXIST'));
    await rm(aside);
  }
  return (await readFile(file, 'utf8')).trim();
}

/** Made aside and moved into place whole, so that a kill in between leaves no half-made cluster to start. */
async function makeCluster(folder: string, cluster: Cluster): Promise<void> {
  const aside = besides(folder);
  const { code, output } = await cluster.user.run(cluster.binaries.initdb, [
    `--pgdata=${aside}`,
    `--username=${DATABASE_LOGIN}`,
    `--pwfile=${join(folder, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of texts on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]);
  if (code !== 0) throw notMade(output);
  // Where another process was first, its cluster has the same password, and ours is not needed.
  await rename(aside, cluster.dataDir).catch(unlessCode('ENOTEMPTY', 'EEXIST'));
  await rm(aside, { recursive: true, force: true });
}

function besides(folder: string): string {
  return join(folder, `${HALF_MADE}${randomBytes(6).toString('hex')}`);
}

async function removeRubbish(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(HALF_MADE)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > HALF_MADE_IS_RUBBISH_AFTER_MS)
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function checkVersion(cluster: Cluster): Promise<void> {
  const written = (await readFile(join(cluster.dataDir, 'PG_VERSION'), 'utf8')).trim();
  const { output } = await cluster.user.run(cluster.binaries.pgCtl, ['--version']);
  const ours = /(\d+)[.\d]*\s*$/.exec(output)?.[1];
  if (written === ours) return;
  throw new StartProblem({
    what: {
      zh: `数据文件夹由 PostgreSQL ${written} 写成，而内置的是 ${ours}。`,
      en: `The data folder was written by PostgreSQL ${written}, and the built-in one is ${ours}.`,
    },
    next: {
      zh: '请用原来的版本导出数据后再导入，或用 CERTBRIDGE_DATA_DIR 指定一个新的文件夹。',
      en: 'Dump the data with the old version and restore it, or name a new folder in CERTBRIDGE_DATA_DIR.',
    },
    exitCode: 2,
  });
}

function notMade(output: string): StartProblem {
  const reason = complaintIn(output);
  return new StartProblem({
    what: { zh: `内置数据库无法初始化（${reason}）。`, en: `The built-in database could not be made (${reason}).` },
    next: {
      zh: '请检查数据文件夹所在磁盘的空间与权限，或用 CERTBRIDGE_DATA_DIR 换一个位置。',
      en: 'See whether the disk of the data folder has room and may be written, or name another in CERTBRIDGE_DATA_DIR.',
    },
    exitCode: 1,
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function unlessCode(...codes: readonly string[]): (error: unknown) => void {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string' || !codes.includes(code)) throw error;
  };
}
