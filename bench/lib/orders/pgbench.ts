import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { databaseCpu } from './cpu-spent.ts';
import { query } from './database.ts';
import type { ReplayScript } from './replay-script.ts';

const DEBIAN = '/usr/lib/postgresql';
/** About what one transaction of an order writes. */
const PAYLOAD_BYTES = 2_000;
const SECONDS = 10;

export interface Bench {
  readonly url: string;
  readonly dir: string;
  readonly clients: number;
}

/** What the server commits when nobody thinks in between: one row of an order's size per transaction. */
export async function commitsPerSecond(bench: Bench): Promise<number> {
  await query(bench.url, 'create table if not exists pgbench_floor (id uuid primary key, payload text not null)');
  const text = `begin;\ninsert into pgbench_floor values (gen_random_uuid(), repeat('x', ${PAYLOAD_BYTES}));\nend;\n`;
  return timesPerSecond(bench, { text, values: {} });
}

export interface Replayed {
  readonly ordersPerSecond: number;
  /** The server's processor time for each order. */
  readonly databaseMs: number;
}

/** How often the server does the very statements of an order when no service asks for them. */
export async function replay(bench: Bench, script: ReplayScript): Promise<Replayed> {
  const before = await databaseCpu(bench.url);
  const ordersPerSecond = await timesPerSecond(bench, script);
  return { ordersPerSecond, databaseMs: ((await databaseCpu(bench.url)) - before) / (ordersPerSecond * SECONDS) };
}

async function timesPerSecond(
  { url, dir, clients }: Bench,
  { text, values }: Pick<ReplayScript, 'text' | 'values'>,
): Promise<number> {
  const script = join(dir, 'floor.sql');
  await writeFile(script, text);
  const defined = Object.entries(values).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const load = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(SECONDS)];
  const { stdout } = await promisify(execFile)(await pgbenchPath(), [...load, ...defined, '-f', script, url], {
    env: { PATH: process.env['PATH'] },
  });
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (tps === undefined) throw new Error('pgbench said no figure');
  return Number(tps);
}

async function pgbenchPath(): Promise<string> {
  const versions = existsSync(DEBIAN) ? (await readdir(DEBIAN)).sort().reverse() : [];
  const found = versions.map((version) => join(DEBIAN, version, 'bin/pgbench')).find((path) => existsSync(path));
  return found ?? 'pgbench';
}
