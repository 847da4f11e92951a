import type { Job } from './job.ts';
import { EXPIRING, type Expiring, type RetentionStore } from './retention-store.ts';

const DAY_MS = 24 * 3_600_000;
const BATCH = 1_000;

/**
 * How long something is kept after its time. A session that is over is told from one that never was; questions to a
 * bureau are counted for a day and a fen is followed for a week; a message that was given up is looked at by somebody;
 * materials that no order names are looked for every night; what was told once is not told again within a year; what a
 * provider told of a payment is there while somebody may still dispute it.
 */
const KEPT_MS: Readonly<Record<Expiring, number>> = {
  session: 7 * DAY_MS,
  once: 0,
  captcha: 0,
  code: DAY_MS,
  'order-query': 0,
  upload: 0,
  link: 0,
  'rate-limit': 0,
  'identity-attempt': 30 * DAY_MS,
  'over-message': 0,
  'stuck-message': 30 * DAY_MS,
  'stray-material': 7 * DAY_MS,
  'message-key': 400 * DAY_MS,
  'payment-notification': 180 * DAY_MS,
};

export interface DeleteExpiredTools {
  readonly store: RetentionStore;
  readonly now: () => Date;
}

export function deleteExpired({ store, now }: DeleteExpiredTools): Job {
  return {
    name: 'delete-expired',
    cron: '*/10 * * * *',
    async run(signal) {
      const done: Record<string, number> = {};
      for (const what of EXPIRING) {
        const before = new Date(now().getTime() - KEPT_MS[what]);
        let deleted = BATCH;
        let sum = 0;
        while (deleted === BATCH && !signal.aborted) {
          deleted = await store.deleteExpired(what, { before, most: BATCH });
          sum += deleted;
        }
        if (sum > 0) done[what] = sum;
      }
      return done;
    },
  };
}
