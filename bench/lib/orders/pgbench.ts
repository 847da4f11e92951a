import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { query } from './database.ts';

const DEBIAN = '/usr/lib/postgresql';
/** About what one transaction of an order writes. */
const PAYLOAD_BYTES = 2_000;

/** What the same server commits when nobody thinks in between: one row of an order's size per transaction. */
export async function floorOf(url: string, { dir, clients }: { dir: string; clients: number }): Promise<number> {
  await query(url, 'create table if not exists pgbench_floor (id uuid primary key, payload text not null)');
  const script = join(dir, 'floor.sql');
  await writeFile(
    script,
    `begin;\ninsert into pgbench_floor values (gen_random_uuid(), repeat('x', ${PAYLOAD_BYTES}));\nend;\n`,
  );
  const { stdout } = await promisify(execFile)(
    await pgbenchPath(),
    ['-n', '-c', String(clients), '-j', '2', '-T', '10', '-f', script, url],
    { env: { PATH: process.env['PATH'] } },
  );
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (tps === undefined) throw new Error('pgbench said no figure');
  return Number(tps);
}

async function pgbenchPath(): Promise<string> {
  const versions = existsSync(DEBIAN) ? (await readdir(DEBIAN)).sort().reverse() : [];
  const found = versions.map((version) => join(DEBIAN, version, 'bin/pgbench')).find((path) => existsSync(path));
  return found ?? 'pgbench';
}
