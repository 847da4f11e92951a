import { setTimeout as pause } from 'node:timers/promises';
import { StartProblem } from '../../problems/start-problem.ts';
import { goOnUnlessStopped } from '../../problems/stopped-while-starting.ts';
import { type Claim, claimServer } from './claim.ts';
import type { Cluster } from './cluster.ts';
import { freePort } from './free-port.ts';
import { findPostmaster } from './postmaster.ts';
import { lastComplaint, startServer } from './server.ts';

/** How often each may be met before it is an error. */
const PATIENCE = {
  /** Ports are lost to others, and the memory of a crashed server takes a moment to be released. */
  start: 5,
  /** The lock of a killed service is free within milliseconds; a living one keeps it. */
  held: 10,
  /** A server that is stopping or recovers from a crash: one minute. */
  away: 400,
};
const RETRY_AFTER_MS = 150;

export interface BroughtUp {
  readonly port: number;
  readonly claim: Claim;
}

/**
 * Makes a server run on the cluster and become ours: one that a killed service left behind is taken over, a missing
 * one is started. `wantedPort` is for a server that must come back where it was.
 */
export async function bringUp(cluster: Cluster, signal: AbortSignal, wantedPort?: number): Promise<BroughtUp> {
  const met = { start: 0, held: 0, away: 0 };
  while (met.start < PATIENCE.start && met.held < PATIENCE.held && met.away < PATIENCE.away) {
    goOnUnlessStopped(signal);
    const running = await findPostmaster(cluster);
    const port = running?.port ?? wantedPort ?? (await freePort());
    if (!running) met.start += 1;
    const claim = running || (await startServer(cluster, port)) ? await claimServer(cluster, port) : 'away';
    if (typeof claim === 'object') return { port, claim };
    met[claim] += 1;
    await pause(RETRY_AFTER_MS);
  }
  throw met.held >= PATIENCE.held ? folderInUse() : await notStarted(cluster);
}

function folderInUse(): StartProblem {
  return new StartProblem({
    what: { zh: '数据文件夹正被另一个证桥在线服务使用。', en: 'Another CertBridge service is using the data folder.' },
    next: {
      zh: '请先停止那个服务，或用 CERTBRIDGE_DATA_DIR 另指定一个文件夹；多个服务共用数据请设置 DATABASE_URL。',
      en: 'Stop that one, or name another folder in CERTBRIDGE_DATA_DIR; services that share data need DATABASE_URL.',
    },
    exitCode: 2,
  });
}

async function notStarted(cluster: Cluster): Promise<StartProblem> {
  const complaint = (await lastComplaint(cluster)) || 'no reason given';
  return new StartProblem({
    what: { zh: `内置数据库未能启动（${complaint}）。`, en: `The built-in database did not start (${complaint}).` },
    next: {
      zh: `请查看 ${cluster.logFile}，或设置 DATABASE_URL 使用别的 PostgreSQL。`,
      en: `See ${cluster.logFile}, or set DATABASE_URL to use another PostgreSQL.`,
    },
    exitCode: 1,
  });
}
