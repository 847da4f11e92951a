import type { DueDone, DueWork } from '../jobs/due-work.ts';
import { chained } from './audit-record.ts';
import type { AloneOnChain } from './chain-store.ts';

const AT_ONCE = 1_000;
/** It happens every second and is no news for the log. */
const NO_NEWS = 0;

/** Gives what was written its place in the chain. */
export function chainWritten(alone: AloneOnChain, atOnce = AT_ONCE): DueWork {
  return {
    name: 'chain-audit',
    async run(): Promise<DueDone> {
      const count = await alone(async (chain) => {
        const [head, written] = await Promise.all([chain.head(), chain.takeWritten(atOnce)]);
        if (written.length > 0) await chain.append(chained(head, written));
        return written.length;
      });
      return { done: NO_NEWS, more: count === atOnce };
    },
  };
}
