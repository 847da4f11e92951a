import type { Logger } from 'pino';
import { wakeUp } from '../outbox/wake-up.ts';
import { safeFault } from '../problems/safe-fault.ts';

/** Work that stands in the database with the time at which it is due; each process takes its share. */
export interface DueWork {
  readonly name: string;
  /** Does a share of what is due now. */
  run(): Promise<DueDone>;
}

export interface DueDone {
  readonly done: number;
  /** The share was full: there is more that is due. */
  readonly more: boolean;
}

export interface DueWorkParts {
  readonly works: readonly DueWork[];
  readonly everyMs: number;
  readonly log: Logger;
}

export interface RunningDueWork {
  /** Something is due now. */
  nudge(): void;
  /** What has begun is finished. */
  stop(): Promise<void>;
}

/** Every kind in a loop of its own, so that a provider that hangs holds up nothing else. */
export function runDueWork({ works, everyMs, log }: DueWorkParts): RunningDueWork {
  const loops = works.map((work) => loop(work, everyMs, log));
  return {
    nudge: () => {
      for (const { nudge } of loops) nudge();
    },
    stop: async () => {
      await Promise.all(loops.map(({ stop }) => stop()));
    },
  };
}

const NOTHING: DueDone = { done: 0, more: false };

function loop({ name, run }: DueWork, everyMs: number, log: Logger): RunningDueWork {
  const wake = wakeUp();
  let stopping = false;
  const keepOn = async () => {
    while (!stopping) {
      const { done, more } = await run().catch((fault: unknown) => {
        log.error({ work: name, fault: safeFault(fault) }, 'due work met a fault and is tried again');
        return NOTHING;
      });
      if (done > 0) log.info({ work: name, done }, 'due work was done');
      if (!stopping && !more) await wake.within(everyMs);
    }
  };
  const running = keepOn();
  return {
    nudge: wake.nudge,
    stop: () => {
      stopping = true;
      wake.nudge();
      return running;
    },
  };
}
