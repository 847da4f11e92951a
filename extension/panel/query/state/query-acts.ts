import type { PublicError, Result } from '@certbridge/shared/contract/result.ts';
import { batch, type ReadonlySignal, signal } from '@preact/signals';

/** What a person can have under way here, and with which order; one thing at a time. */
export type QueryAct =
  | { readonly kind: 'send' | 'verify' }
  | { readonly kind: 'continue' | 'cancel' | 'application-form' | 'invoice'; readonly orderId: string };

export interface QueryFailure {
  readonly act: QueryAct;
  readonly error: PublicError;
  /** Tries the same again. */
  readonly again: () => void;
}

export interface QueryActs {
  readonly failure: ReadonlySignal<QueryFailure | undefined>;
  isBusy(kind: QueryAct['kind'], orderId?: string): boolean;
  /** A second press meanwhile does nothing. What fails is told, until the next act. */
  perform(act: QueryAct, work: () => Promise<Result<unknown>>): Promise<void>;
  forget(): void;
}

export function createQueryActs(): QueryActs {
  const busy = signal<QueryAct | undefined>(undefined);
  const failure = signal<QueryFailure | undefined>(undefined);
  const acts: QueryActs = {
    failure,
    isBusy(kind, orderId) {
      const act = busy.value;
      return act?.kind === kind && (!('orderId' in act) || act.orderId === orderId);
    },
    async perform(act, work) {
      if (busy.peek() !== undefined) return;
      batch(() => {
        busy.value = act;
        failure.value = undefined;
      });
      const result = await work();
      batch(() => {
        busy.value = undefined;
        if (!result.ok) failure.value = { act, error: result.error, again: () => void acts.perform(act, work) };
      });
    },
    forget() {
      failure.value = undefined;
    },
  };
  return acts;
}
