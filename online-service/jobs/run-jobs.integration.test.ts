import { PgBoss } from 'pg-boss';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { eventually } from '../testing/eventually.ts';
import { externalDatabase, freshDatabase, query } from '../testing/external-database.ts';
import type { Job } from './job.ts';
import { runJobs } from './run-jobs.ts';

const external = await externalDatabase();

function start(databaseUrl: string, jobs: readonly Job[], log = createLog('silent')) {
  const running = runJobs({ databaseUrl, jobs, log, beginAfterMs: 0, lookEverySeconds: 0.5 });
  onTestFinished(() => running.stop());
  running.begin();
  return running;
}

/** As the clock does it at the job's time. */
async function itIsTime(databaseUrl: string, name: string) {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'jobs', max: 1, schedule: false, supervise: false });
  boss.on('error', () => undefined);
  await eventually(() =>
    query(databaseUrl, `select from jobs.schedule where name = '${name}'`).catch(() => []),
  ).not.toEqual([]);
  await boss.start();
  await boss.send(name);
  await boss.send(name);
  await boss.stop();
}

test('of several processes one does the job, one at a time', async () => {
  const databaseUrl = await freshDatabase(external, 'several');
  let [atOnce, most, done] = [0, 0, 0];
  const job: Job = {
    name: 'count',
    cron: '0 0 1 1 *',
    async run() {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await query(databaseUrl, 'select pg_sleep(0.7)');
      atOnce -= 1;
      done += 1;
      return {};
    },
  };
  for (let process = 0; process < 3; process += 1) start(databaseUrl, [job]);
  await itIsTime(databaseUrl, 'count');
  await eventually(() => done).toBeGreaterThan(0);
  const left = `select count(*)::int as count from jobs.job where name = 'count' and state < 'completed'`;
  await eventually(() => query(databaseUrl, left)).toEqual([{ count: 0 }]);
  expect({ most, done }).toEqual({ most: 1, done: 1 });
});

test('a job that fails is tried again, and what it said is nowhere stored', async () => {
  const databaseUrl = await freshDatabase(external, 'failing');
  const captured = capturedLog();
  const job: Job = {
    name: 'fail',
    cron: '0 0 1 1 *',
    run: async () => {
      throw new Error('13800138000 is not unique');
    },
  };
  start(databaseUrl, [job], createLog('info', captured.stream));
  await itIsTime(databaseUrl, 'fail');
  const stored = () =>
    query<{ state: string; row: string }>(databaseUrl, 'select state, job::text as row from jobs.job');
  await eventually(async () => (await stored()).filter(({ state }) => state === 'retry').length).toBe(1);
  expect(JSON.stringify(await stored())).toContain('the log says why');
  expect(captured.text()).toContain('a job failed');
  expect(`${JSON.stringify(await stored())}${captured.text()}`).not.toContain('13800138000');
});

test('stopping tells the running job, and waits for its step', async () => {
  const databaseUrl = await freshDatabase(external, 'stopping');
  let ended = '';
  const job: Job = {
    name: 'long',
    cron: '0 0 1 1 *',
    async run(signal) {
      ended = 'not yet';
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await query(databaseUrl, 'select 1');
      ended = 'at its step';
      return {};
    },
  };
  const running = start(databaseUrl, [job]);
  await itIsTime(databaseUrl, 'long');
  await eventually(() => ended).toBe('not yet');
  await running.stop();
  expect(ended).toBe('at its step');
});

test('a service that is stopped before its jobs begin leaves nothing behind', async () => {
  const databaseUrl = await freshDatabase(external, 'early');
  const running = runJobs({ databaseUrl, jobs: [], log: createLog('silent') });
  running.begin();
  await running.stop();
  expect(await query(databaseUrl, `select from pg_namespace where nspname = 'jobs'`)).toEqual([]);
});
