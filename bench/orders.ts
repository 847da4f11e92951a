import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { blindIndex } from '../online-service/personal-data/blind-index.ts';
import { newMasterKeyLine, parseMasterKeys } from '../online-service/personal-data/master-key.ts';
import { say } from '../scripts/setup/say.mjs';
import { table } from '../scripts/tools/table.ts';
import { benchDatabase, type Spent, spentBy } from './lib/orders/database.ts';
import { fullLoad, type Load, steadyLoad } from './lib/orders/load.ts';
import { OrderClient } from './lib/orders/order-client.ts';
import { floorOf } from './lib/orders/pgbench.ts';
import { startServices } from './lib/orders/services.ts';

/** `npm run bench -- orders`: complete orders per second, beside what the database alone commits in the same minute. */
const CUSTOMERS = 24;
const SECONDS = 15;

interface Measured {
  readonly services: number;
  readonly full: Load;
  readonly half: Load;
  readonly cost: Spent;
}

const dir = await mkdtemp(join(tmpdir(), 'cb-orders-'));
const database = await benchDatabase(dir);
const masterKeyLine = newMasterKeyLine().trim();
const masterKeys = parseMasterKeys(masterKeyLine);
if (!masterKeys) throw new Error('a new master key could not be read');
const index = blindIndex(masterKeys);
try {
  say('数据库自己…', 'The database alone…');
  const floor = await floorOf(database.url, { dir, clients: CUSTOMERS });
  const measured: Measured[] = [];
  for (const services of [1, 3]) {
    say(`${services} 个服务进程…`, `${services} service process(es)…`);
    measured.push(await measure(services));
  }
  console.log(`\n${shown(measured, floor)}\n`);
} finally {
  await database.stop();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();

async function measure(services: number): Promise<Measured> {
  const running = await startServices(services, { dir, databaseUrl: database.url, masterKeys: masterKeyLine });
  const pool = new pg.Pool({ connectionString: database.url, max: 8 });
  const clients = running.map(({ ready }) => new OrderClient(ready.url));
  const runs = clients.map((client) => ({ client, pool, index }));
  try {
    await fullLoad(runs, { customers: CUSTOMERS, seconds: 3 });
    const before = await spentBy(database.url);
    const full = await fullLoad(runs, { customers: CUSTOMERS, seconds: SECONDS });
    const cost = perOrder(before, await spentBy(database.url), full.orders);
    const half = await steadyLoad(runs, { perSecond: full.ordersPerSecond / 2, seconds: SECONDS });
    return { services, full, half, cost };
  } finally {
    for (const client of clients) client.close();
    await pool.end();
    await Promise.all(running.map((service) => service.stop()));
  }
}

function perOrder(before: Spent, after: Spent, orders: number): Spent {
  return {
    commits: (after.commits - before.commits) / orders,
    statements: (after.statements - before.statements) / orders,
    walBytes: (after.walBytes - before.walBytes) / orders,
    databaseBytes: (after.databaseBytes - before.databaseBytes) / orders,
  };
}

function shown(measured: readonly Measured[], floor: number): string {
  const head = [
    '进程 processes',
    '单/秒 orders/s',
    '事务/秒 commits/s',
    'pgbench',
    '比例 ratio',
    '半载 p99',
    '每单 per order',
  ];
  const rows = measured.map(({ services, full, half, cost }) => [
    String(services),
    full.ordersPerSecond.toFixed(1),
    (full.ordersPerSecond * cost.commits).toFixed(0),
    floor.toFixed(0),
    `${(((full.ordersPerSecond * cost.commits) / floor) * 100).toFixed(0)} % (≥ 60 %)`,
    `${half.stepP99.toFixed(0)} ms (< 50)`,
    `${cost.commits.toFixed(1)} commits, ${cost.statements.toFixed(0)} statements, ${(cost.databaseBytes / 1024).toFixed(1)} KiB, WAL ${(cost.walBytes / 1024).toFixed(0)} KiB`,
  ]);
  return table(head, rows);
}
