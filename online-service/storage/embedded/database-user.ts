import { constants } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartProblem } from '../../problems/start-problem.ts';
import { type ProgramResult, runProgram } from './run-program.ts';

const NAME = 'postgres';

export interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/** Who runs the server programs, and how: PostgreSQL refuses to run as root. */
export interface DatabaseUser {
  /** Present when it is not ourselves. */
  readonly ids?: Ids;
  run(program: string, args: readonly string[]): Promise<ProgramResult>;
}

/** Another than ourselves only when we are root. */
export async function databaseIds(): Promise<Ids | undefined> {
  return process.getuid?.() === 0 ? idsOf(NAME) : undefined;
}

/** `folder` is where the server keeps its data. */
export async function databaseUser(folder: string, ids: Ids | undefined): Promise<DatabaseUser> {
  if (!ids) return { run: (program, args) => runProgram(program, args) };
  if (await isReachable(folder, ids)) return { ids, run: (program, args) => runProgram(program, args, ids) };
  return { ids, run: await passingLockedFolders(ids) };
}

/** Whether somebody may enter a folder and all that it lies in. */
export async function isReachable(folder: string, ids: Ids): Promise<boolean> {
  const answers = await Promise.all(withParents(folder).map((each) => mayPass(each, ids)));
  return answers.every(Boolean);
}

async function idsOf(name: string): Promise<Ids> {
  const known = await lookUp(name);
  if (known) return known;
  const shell = '/usr/sbin/nologin';
  await runProgram('useradd', ['--system', '--user-group', '--no-create-home', '--shell', shell, name]);
  // Looked up whatever useradd said: another process may have been first.
  const created = await lookUp(name);
  if (created) return created;
  throw new StartProblem({
    what: {
      zh: '当前以 root 身份运行，而 PostgreSQL 不允许 root 运行，也无法创建系统用户 postgres。',
      en: 'We run as root, which PostgreSQL refuses, and the system user postgres could not be made.',
    },
    next: {
      zh: '请以普通用户运行，或先创建用户：useradd --system postgres，或设置 DATABASE_URL。',
      en: 'Run as an ordinary user, or make the user first (useradd --system postgres), or set DATABASE_URL.',
    },
    exitCode: 2,
  });
}

async function lookUp(name: string): Promise<Ids | undefined> {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

function withParents(place: string): string[] {
  const parent = dirname(place);
  return parent === place ? [place] : [place, ...withParents(parent)];
}

async function mayPass(folder: string, ids: Ids): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  if (uid === ids.uid) return (mode & constants.S_IXUSR) !== 0;
  if (gid === ids.gid) return (mode & constants.S_IXGRP) !== 0;
  return (mode & constants.S_IXOTH) !== 0;
}

/** Bits of CapEff in /proc/self/status: capabilities(7). */
const CAPABILITIES = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
] as const;

/**
 * Below a folder that only root may enter (/root, a private temporary folder) the server keeps one capability of ours,
 * the least one that lets it pass; its own files stay its own, and everything else is taken from it.
 */
async function passingLockedFolders(ids: Ids): Promise<DatabaseUser['run']> {
  const held = await effectiveCapabilities();
  const capability = CAPABILITIES.find(({ bit }) => (held & (1n << bit)) !== 0n);
  const only = `-all,+${capability?.name}`;
  const flags = [
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    '--clear-groups',
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
  ];
  const tried = capability ? await runProgram('setpriv', [...flags, 'true']) : undefined;
  if (tried?.code !== 0) throw folderLocked();
  return (program, args) => runProgram('setpriv', [...flags, program, ...args]);
}

async function effectiveCapabilities(): Promise<bigint> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const hex = /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1];
  return hex ? BigInt(`0x${hex}`) : 0n;
}

function folderLocked(): StartProblem {
  return new StartProblem({
    what: {
      zh: '当前以 root 身份运行，而数据库用户 postgres 无法进入项目文件夹或数据文件夹。',
      en: 'We run as root, and the database user postgres cannot enter the project folder or the data folder.',
    },
    next: {
      zh: '请以普通用户运行，或把项目和 CERTBRIDGE_DATA_DIR 放到其他用户可进入的位置，或设置 DATABASE_URL。',
      en: 'Run as an ordinary user, or keep the project and CERTBRIDGE_DATA_DIR where others may enter, or set DATABASE_URL.',
    },
    exitCode: 2,
  });
}
