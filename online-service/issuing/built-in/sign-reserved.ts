import type { DueDone, DueWork } from '../../jobs/due-work.ts';
import { safeFault } from '../../problems/safe-fault.ts';
import { type IssuingTools, SIGNING_LEASE_MS } from './issuing-tools.ts';
import { signIssuance } from './sign-issuance.ts';

const MOST_AT_ONCE = 50;

/** What a process reserved and did not sign, because it died or its module failed, is signed by this one. */
export function signReserved(tools: IssuingTools): DueWork {
  return {
    name: 'sign-reserved-certificates',
    async run(): Promise<DueDone> {
      const lease = { now: tools.now(), leaseMs: SIGNING_LEASE_MS, most: MOST_AT_ONCE };
      const due = await tools.transact(({ issuances }) => issuances.takeDue(lease));
      let done = 0;
      for (const issuance of due) {
        try {
          await signIssuance(tools, issuance);
          done += 1;
        } catch (fault) {
          // One that fails holds up no other; its lease ends and it is due again.
          tools.log.error({ issuance: issuance.id, fault: safeFault(fault) }, 'a reserved certificate was not signed');
        }
      }
      return { done, more: due.length === MOST_AT_ONCE };
    },
  };
}
