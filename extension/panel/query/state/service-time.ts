import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import type { AskService } from './ask-service.ts';

/** A moment of the service's clock on the clock of this computer, which may be wrong. */
export interface ServiceTime {
  local(moment: string): number;
  learn(ask: AskService): Promise<void>;
}

export function createServiceTime(clock: Clock): ServiceTime {
  let aheadMs = 0;
  return {
    local: (moment) => Date.parse(moment) + aheadMs,
    async learn(ask) {
      const health = await ask('health', {});
      if (health.ok) aheadMs = clock.now() - Date.parse(health.value.time);
    },
  };
}
