import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { SERVICE_VERSION } from '../version.ts';

export interface HealthNeeds {
  /** Asks the database something; throws or takes long when it is not well. */
  askDatabase(): Promise<unknown>;
  now(): Date;
}

/** Shorter than the operation's own limit: who watches the service gets a word, not silence. */
const ANSWER_WITHIN_MS = 3_500;

export function checkHealth(needs: HealthNeeds): OperationHandler<OnlineContract['health']> {
  return async () => {
    const answered = await within(ANSWER_WITHIN_MS, needs.askDatabase());
    if (!answered) return fail('SERVICE_NOT_READY');
    return ok({ status: 'ready', version: SERVICE_VERSION, time: needs.now().toISOString() });
  };
}

function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    const settle = (answered: boolean) => {
      clearTimeout(timer);
      resolve(answered);
    };
    work.then(
      () => settle(true),
      () => settle(false),
    );
  });
}
