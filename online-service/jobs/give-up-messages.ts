import type { Logger } from 'pino';
import type { Job } from './job.ts';
import type { RetentionStore } from './retention-store.ts';

/** What was not sent by then says nothing new to anybody; and where no SMS or mail is set, nobody ever tries. */
const WAITED_MS = 3 * 24 * 3_600_000;
const BATCH = 1_000;

export interface GiveUpMessagesTools {
  readonly store: Pick<RetentionStore, 'setAsideMessages'>;
  readonly now: () => Date;
  readonly log: Logger;
}

export function giveUpMessages({ store, now, log }: GiveUpMessagesTools): Job {
  return {
    name: 'give-up-messages',
    cron: '23 * * * *',
    async run(signal) {
      const before = new Date(now().getTime() - WAITED_MS);
      let givenUp = 0;
      for (let last = BATCH; last === BATCH && !signal.aborted; givenUp += last) {
        last = await store.setAsideMessages({ before, most: BATCH });
      }
      if (givenUp > 0) {
        log.error({ givenUp }, 'messages have waited for days and stand aside: see whether SMS and mail are set');
      }
      return { givenUp };
    },
  };
}
