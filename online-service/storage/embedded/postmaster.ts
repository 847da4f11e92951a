import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { runProgram } from './run-program.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The server that runs on this cluster, whoever started it. A lock file left by a crash may name a process that is
 * somebody else by now (common after a reboot and in containers), and PostgreSQL would then refuse to start: such a
 * file is removed, but only when the named process is certainly not the server.
 */
export async function findPostmaster(cluster: Pick<Cluster, 'dataDir'>): Promise<Postmaster | undefined> {
  const file = join(cluster.dataDir, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => '');
  // Lines: process id, data folder, start time, port, …
  const [pid, , , port] = text.split('\n').map(Number);
  if (!pid || !port || !isAlive(pid)) return undefined;
  if (await isServerOf(pid, cluster.dataDir)) return { pid, port };
  await rm(file, { force: true });
  return undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A server is started with its data folder as an argument; its path is the real one, so it compares. */
async function isServerOf(pid: number, dataDir: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const command =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : (await runProgram('ps', ['-p', String(pid), '-o', 'command='])).output;
  return command.includes(dataDir);
}
