import type { PublicError, Result } from '@certbridge/shared/contract/result.ts';
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';

/** What a person can have under way; one at a time. */
export type Act =
  | 'next'
  | 'price'
  | 'confirm'
  | 'edit'
  | 'cancel'
  | 'authorise'
  | 'submit'
  | 'send-code'
  | 'sign'
  | 'remit';

export interface Failure {
  readonly act: Act;
  readonly error: PublicError;
  /** Tries the same again. */
  readonly again: () => void;
}

export type Work = () => Promise<Result<unknown>>;

export interface ActsInTurn {
  readonly busy: ReadonlySignal<Act | undefined>;
  readonly failure: Signal<Failure | undefined>;
  /** Does one thing for the person, who is told when it fails. A second press meanwhile does nothing. */
  act(act: Act, work: Work): Promise<void>;
  /** Does something that nobody pressed a button for; what is pressed meanwhile waits for it. */
  actBeside(act: Act, work: Work): Promise<void>;
}

/** One after the other: each step of an order names the version that the one before has left. */
export function createActsInTurn(): ActsInTurn {
  const busy = signal<Act | undefined>(undefined);
  const failure = signal<Failure | undefined>(undefined);
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn(work: Work): Promise<Result<unknown>> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  const acts: ActsInTurn = {
    busy,
    failure,
    async act(act, work) {
      if (busy.peek() !== undefined) return;
      batch(() => {
        busy.value = act;
        failure.value = undefined;
      });
      const result = await inTurn(work);
      batch(() => {
        busy.value = undefined;
        if (!result.ok) failure.value = { act, error: result.error, again: () => void acts.act(act, work) };
      });
    },
    async actBeside(act, work) {
      const result = await inTurn(work);
      if (!result.ok) failure.value = { act, error: result.error, again: () => void acts.actBeside(act, work) };
      else if (failure.peek()?.act === act) failure.value = undefined;
    },
  };
  return acts;
}
