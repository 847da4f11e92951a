import { readFile } from 'node:fs/promises';
import { childrenOf } from '../cpu-time.ts';
import { query } from './database.ts';

/** Processor time so far in milliseconds, of each of the three that share the computer. */
export interface CpuSpent {
  readonly services: number;
  readonly database: number;
  /** The bench itself: customers, and what people and providers would have brought. */
  readonly customers: number;
}

export async function cpuSpent(serviceUrls: readonly string[], databaseUrl: string): Promise<CpuSpent> {
  const services = await Promise.all(serviceUrls.map(serviceCpu));
  const { user, system } = process.cpuUsage();
  return {
    services: services.reduce((sum, ms) => sum + ms, 0),
    database: await databaseCpu(databaseUrl),
    customers: (user + system) / 1000,
  };
}

/** The service says it itself. */
async function serviceCpu(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const seconds = /^process_cpu_seconds_total (\S+)/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error('a service does not say what it has spent');
  return Number(seconds) * 1000;
}

/** Of the server and its processes, living and ended. Only Linux tells. */
export async function databaseCpu(url: string): Promise<number> {
  const [row] = await query(url, "select pid from pg_stat_activity where backend_type = 'checkpointer'");
  const server = Number((await statOf(Number(row?.['pid'])).catch(() => []))[1] ?? Number.NaN);
  if (Number.isNaN(server)) return Number.NaN;
  const own = await statOf(server);
  const living = await Promise.all((await childrenOf(server)).map((pid) => statOf(pid).catch(() => [])));
  const ticks = [...own.slice(11, 15), ...living.flatMap((stat) => stat.slice(11, 13))];
  return ticks.reduce((sum, tick) => sum + Number(tick) * MS_IN_A_TICK, 0);
}

const MS_IN_A_TICK = 10;

/** proc(5): from the state on, which is the third field; its parent is the fourth, its times are the 14th to 17th. */
async function statOf(pid: number): Promise<readonly string[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
