import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { blindIndex } from '../online-service/personal-data/blind-index.ts';
import { newMasterKeyLine, parseMasterKeys } from '../online-service/personal-data/master-key.ts';
import { say } from '../scripts/setup/say.mjs';
import { cpuSpent } from './lib/orders/cpu-spent.ts';
import { benchDatabase, spentBy } from './lib/orders/database.ts';
import { fullLoad, steadyLoad } from './lib/orders/load.ts';
import { OrderClient } from './lib/orders/order-client.ts';
import { commitsPerSecond, replay } from './lib/orders/pgbench.ts';
import { recordOrders } from './lib/orders/record-order.ts';
import { replayScript } from './lib/orders/replay-script.ts';
import { type Measured, ordersReport } from './lib/orders/report.ts';
import { startServices } from './lib/orders/services.ts';

/** `npm run bench -- orders`: complete orders per second, beside what the database alone does of the same. */
const CUSTOMERS = 24;
const SECONDS = 15;
/** Until the services' code has been compiled for what it does all day. */
const WARM_UP_SECONDS = 10;

const dir = await mkdtemp(join(tmpdir(), 'cb-orders-'));
const database = await benchDatabase(dir);
const masterKeyLine = newMasterKeyLine().trim();
const masterKeys = parseMasterKeys(masterKeyLine);
if (!masterKeys) throw new Error('a new master key could not be read');
const index = blindIndex(masterKeys);
const settings = { dir, databaseUrl: database.url, masterKeys: masterKeyLine };
const pool = new pg.Pool({ connectionString: database.url, max: 8 });
const alone = { url: database.url, dir, clients: CUSTOMERS };
try {
  const script = replayScript(await recordOrders(3, settings, { pool, index }));
  const measured: Measured[] = [];
  for (const services of [1, 3]) {
    say(`${services} 个服务进程…`, `${services} service process(es)…`);
    const served = await measure(services);
    say('数据库自己…', 'The database alone…');
    const floors = { commits: await commitsPerSecond(alone), replayed: await replay(alone, script) };
    measured.push({ ...served, floors });
  }
  console.log(`\n${ordersReport(measured)}\n\nload average ${loadavg()[0]?.toFixed(1)}\n`);
} finally {
  await pool.end();
  await database.stop();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();

async function measure(services: number): Promise<Omit<Measured, 'floors'>> {
  const running = await startServices(services, settings);
  const urls = running.map(({ ready }) => ready.url);
  const clients = urls.map((url) => new OrderClient(url));
  const runs = clients.map((client) => ({ client, pool, index }));
  const spent = async () => ({ work: await spentBy(database.url), cpu: await cpuSpent(urls, database.url) });
  try {
    await fullLoad(runs, { customers: CUSTOMERS, seconds: WARM_UP_SECONDS });
    const before = await spent();
    const full = await fullLoad(runs, { customers: CUSTOMERS, seconds: SECONDS });
    const after = await spent();
    const half = await steadyLoad(runs, { perSecond: full.ordersPerSecond / 2, seconds: SECONDS });
    const cost = perOrder(before.work, after.work, full.orders);
    return { services, full, half, cost, cpu: perOrder(before.cpu, after.cpu, full.orders) };
  } finally {
    for (const client of clients) client.close();
    await Promise.all(running.map((service) => service.stop()));
  }
}

function perOrder<Figures extends { readonly [Name in keyof Figures]: number }>(
  before: Figures,
  after: Figures,
  orders: number,
): Figures {
  const names = Object.keys(before) as (keyof Figures)[];
  return Object.fromEntries(names.map((name) => [name, (after[name] - before[name]) / orders])) as Figures;
}
