import { setTimeout as pause } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { safeFault } from '../problems/safe-fault.ts';
import type { Job } from './job.ts';

export interface JobsParts {
  readonly databaseUrl: string;
  readonly jobs: readonly Job[];
  readonly log: Logger;
  /** The first requests come first. */
  readonly beginAfterMs?: number;
  readonly lookEverySeconds?: number;
}

export interface RunningJobs {
  /** Returns at once: the service does not wait for its jobs. */
  begin(): void;
  /** The running ones end at their next step; what is left is done by another process or next time. */
  stop(): Promise<void>;
}

const BEGIN_AFTER_MS = 3_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
const STOP_WITHIN_MS = 5_000;
const SCHEMA = 'jobs';

const QUEUE = {
  // One at a time, and no more than one waiting, whatever the number of processes.
  policy: 'exclusive',
  retryLimit: 3,
  retryDelay: 60,
  expireInSeconds: 1_800,
  retentionSeconds: 86_400,
  deleteAfterSeconds: 86_400,
} as const;
const LOOK_EVERY_SECONDS = 15;

/** The service's jobs by pg-boss, in a schema of its own in the same database: each is run by one process at a time. */
export function runJobs(parts: JobsParts): RunningJobs {
  const stopping = new AbortController();
  let begun: Promise<PgBoss | undefined> = Promise.resolve(undefined);
  return {
    begin() {
      begun = whenUp(parts, stopping.signal).catch((fault: unknown) => {
        if (!stopping.signal.aborted) parts.log.error({ fault: safeFault(fault) }, 'the jobs do not run');
        return undefined;
      });
    },
    async stop() {
      stopping.abort();
      const stopped = begun.then((boss) => boss?.stop({ timeout: STOP_WITHIN_MS }));
      await Promise.race([stopped, pause(STOP_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}

async function whenUp(parts: JobsParts, signal: AbortSignal): Promise<PgBoss> {
  const { databaseUrl, log, beginAfterMs = BEGIN_AFTER_MS } = parts;
  await pause(beginAfterMs, undefined, { signal });
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'certbridge jobs',
    schema: SCHEMA,
    max: 2,
    // We have no jobs that wait for others, and no warnings but those in the log.
    flowIntervalSeconds: 3_600,
  });
  boss.on('error', (fault) => log.warn({ fault: safeFault(fault) }, 'the jobs met a fault'));
  for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
    try {
      await boss.start();
      for (const job of parts.jobs) await hire(boss, job, { ...parts, signal });
      return boss;
    } catch (fault) {
      log.warn({ fault: safeFault(fault) }, 'the jobs cannot begin yet');
      await boss.stop({ graceful: false }).catch(() => undefined);
      await pause(wait, undefined, { signal });
    }
  }
}

interface Supervision extends Pick<JobsParts, 'log' | 'lookEverySeconds'> {
  readonly signal: AbortSignal;
}

async function hire(boss: PgBoss, job: Job, supervision: Supervision): Promise<void> {
  await boss.createQueue(job.name, QUEUE);
  const { lookEverySeconds: pollingIntervalSeconds = LOOK_EVERY_SECONDS } = supervision;
  await boss.work(job.name, { pollingIntervalSeconds }, () => doJob(job, supervision));
  await boss.schedule(job.name, job.cron);
}

async function doJob(job: Job, { log, signal }: Supervision): Promise<void> {
  const about = { job: job.name };
  try {
    const done = await job.run(signal);
    if (Object.values(done).some((count) => count > 0)) log.info({ ...about, ...done }, 'a job has done something');
  } catch (fault) {
    log.error({ ...about, fault: safeFault(fault) }, 'a job failed');
    // pg-boss stores what it is told; a fault of the database may quote a person's data.
    throw new Error('the job failed; the log says why');
  }
}
