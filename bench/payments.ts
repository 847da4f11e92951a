import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../scripts/setup/say.mjs';
import { table } from '../scripts/tools/table.ts';
import { deliver } from '../tests/service/storm/deliver.ts';
import { durableInserts } from './lib/payments/durable-insert.ts';
import { flatOut, type Load, steady } from './lib/payments/load.ts';
import { type Callback, openTill } from './lib/payments/till.ts';
import { median, percentile } from './lib/statistics.ts';

/** `npm run bench -- payments`: how long a provider waits until its notification is acknowledged, beside the floors. */
const PER_SECOND = 200;
const SECONDS = 15;
const FLOOR_SECONDS = 8;
const WARM_SECONDS = 4;
const CALLERS = 16;
const FLAT_OUT = 2_000;
const TARGET_MS = 100;

const dir = await mkdtemp(join(tmpdir(), 'cb-payments-'));
const loadBefore = loadavg();
try {
  say('存入等待付款的订单…', 'Storing orders that wait for their money…');
  const steadily = PER_SECOND * SECONDS;
  const till = await openTill(dir, PER_SECOND * WARM_SECONDS + steadily + FLAT_OUT);
  try {
    say(`每秒 ${PER_SECOND} 个通知…`, `${PER_SECOND} notifications a second…`);
    await steady((await till.firstCallbacks(PER_SECOND * WARM_SECONDS)).map(sent), PER_SECOND);
    const callbacks = await till.firstCallbacks(steadily);
    const some = callbacks.slice(0, PER_SECOND * FLOOR_SECONDS);
    const unread = await steady(till.unread(some).map(sent), PER_SECOND);
    const forged = await steady(till.forged(some).map(sent), PER_SECOND);
    const inserted = await durableInserts(till.databaseUrl, (insert) =>
      steady(
        some.map(() => insert),
        PER_SECOND,
      ),
    );
    const read = await till.reader();
    const verified = await flatOut(
      some.map((callback) => () => read(callback)),
      1,
    );
    const first = await steady(callbacks.map(sent), PER_SECOND);
    await till.settled();
    const again = await steady(some.map(sent), PER_SECOND);
    say(`${CALLERS} 个连接，能多快就多快…`, `${CALLERS} connections, as fast as they can…`);
    const last = (await till.firstCallbacks(FLAT_OUT)).map(sent);
    const began = performance.now();
    const most = await flatOut(last, CALLERS);
    await till.settled();
    const settledPerSecond = (FLAT_OUT * 1_000) / (performance.now() - began);
    const rows = [
      row('首次通知 first notification', first, `p99 < ${TARGET_MS} ms: ${verdict(first)}`),
      row('重复通知 repetition', again),
      row('底线：只收不读 floor: received, not read', unread),
      row('底线：只验签 floor: read and verified (forged)', forged),
      row('只验签，不经网络 verified alone', verified),
      row('底线：一次落盘 floor: one durable insert', inserted),
      row(`${CALLERS} 个连接 connections`, most),
    ];
    console.log(`\n${table(['什么 what', 'n', '每秒 /s', 'p50 ms', 'p95', 'p99', 'max', '目标 target'], rows)}\n`);
    const share = percent(median(verified.took) / median(first.took));
    say(`验签占 ${share}。`, `Verification is ${share} of the median.`);
    const settled = settledPerSecond.toFixed(0);
    say(`入账每秒 ${settled} 笔。`, `Settled behind the acknowledgement: ${settled}/s, one process.`);
    say(
      `负载 ${shown(loadBefore)} → ${shown(loadavg())}。`,
      `Load average ${shown(loadBefore)} before, ${shown(loadavg())} after.`,
    );
  } finally {
    await till.close();
  }
} finally {
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();

function sent({ url, isAcknowledged, ...request }: Callback): () => Promise<void> {
  return async () => {
    const answer = await deliver(url, request);
    if (!answer || !isAcknowledged(answer)) throw new Error(`${url.pathname} was answered ${answer?.status}`);
  };
}

function row(what: string, { took, perSecond }: Load, target = ''): string[] {
  const times = [percentile(took, 50), percentile(took, 95), percentile(took, 99), Math.max(...took)];
  return [what, String(took.length), perSecond.toFixed(0), ...times.map((ms) => ms.toFixed(1)), target];
}

function verdict({ took }: Load): string {
  return percentile(took, 99) < TARGET_MS ? '达到 met' : '未达到 missed';
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function shown(load: readonly number[]): string {
  return load.map((one) => one.toFixed(1)).join(' ');
}
