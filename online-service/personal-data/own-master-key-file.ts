import { randomUUID } from 'node:crypto';
import { link, lstat, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartProblem } from '../problems/start-problem.ts';
import { newMasterKeyLine } from './master-key.ts';

const NAME = 'master-keys';
/** Anybody but the owner. */
const OTHERS = 0o077;

export interface OwnMasterKeyFile {
  readonly path: string;
  readonly madeNow: boolean;
}

/** The service's own file of master keys in its data folder, made on the first start, never replaced. */
export async function ownMasterKeyFile(dataDir: string): Promise<OwnMasterKeyFile> {
  const path = join(dataDir, NAME);
  const madeNow = !(await exists(path)) && (await make(path));
  const { mode } = await lstat(path);
  // Windows has no such bits and reports them all.
  if (process.platform !== 'win32' && (mode & OTHERS) !== 0) throw readableByOthers(path);
  return { path, madeNow };
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Whole or not at all; of two processes that start together one makes it and the other takes that. */
async function make(path: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}.new`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(draft, 'wx', 0o600);
    await file.writeFile(newMasterKeyLine()).finally(() => file.sync().finally(() => file.close()));
    await link(draft, path);
    return true;
  } catch (cause) {
    if (await exists(path)) return false;
    throw notMade(path, cause);
  } finally {
    await rm(draft, { force: true });
  }
}

function notMade(path: string, cause: unknown): StartProblem {
  return new StartProblem({
    what: { zh: `无法创建主密钥文件 ${path}。`, en: `The file of master keys ${path} cannot be made.` },
    next: {
      zh: '请检查数据文件夹的权限与磁盘空间，或另行提供主密钥。',
      en: 'See whether the data folder may be written and has room, or provide a master key.',
    },
    exitCode: 2,
    cause,
  });
}

function readableByOthers(path: string): StartProblem {
  return new StartProblem({
    what: {
      zh: `主密钥文件 ${path} 可以被其他用户读取。`,
      en: `The file of master keys ${path} can be read by other users.`,
    },
    next: { zh: `请执行 chmod 600 ${path} 后再启动。`, en: `Run chmod 600 ${path} and start again.` },
    exitCode: 2,
  });
}
