import type { ResultOf } from '@certbridge/shared/contract/operation.ts';
import { type Failed, fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';
import type { Supervisor } from './supervisor.ts';
import type { WorkerContract } from './worker-contract.ts';

/** A driver that does not answer may hold the key: then its own error is what is known, and not that there is no key. */
export type Found<Value> =
  | Result<Value, 'KEY_NOT_FOUND' | 'WORK_ORDER_OTHER_KEY'>
  | Extract<ResultOf<WorkerContract['token.find']>, Failed>;

/** Finds the driver that has the key of an order. Blank keys count, for the maker's desk. */
export class KeyFinder {
  readonly #supervisors: readonly Supervisor[];
  /** Where a serial was last found. */
  readonly #whereabouts = new Map<string, Supervisor>();

  readonly #shownBy: (serial: string) => Supervisor | undefined;

  /** `shownBy`: whose view, kept up to date by a watch, has the key now. */
  constructor(supervisors: readonly Supervisor[], shownBy: (serial: string) => Supervisor | undefined) {
    this.#supervisors = supervisors;
    this.#shownBy = shownBy;
  }

  /**
   * A worker opens no other key than the order's, so the place where it was is worth going to without asking the driver
   * again; only that its process lives is asked, because one that died a moment ago may not have been missed yet.
   */
  async place(serial: string, cancellation: Cancellation | undefined): Promise<Found<Supervisor>> {
    const known = this.#whereabouts.get(serial);
    return known && (await lives(known, cancellation)) ? ok(known) : this.find(serial, cancellation);
  }

  /** Two drivers may show the same key: the first one works it. Two keys of one driver with one serial: neither. */
  async find(serial: string, cancellation: Cancellation | undefined): Promise<Found<Supervisor>> {
    const shown = this.#shownBy(serial);
    if (shown && (await lives(shown, cancellation))) {
      this.#whereabouts.set(serial, shown);
      return ok(shown);
    }
    const ask = async (supervisor: Supervisor) => {
      const answer = await supervisor.call('token.find', { serial }, cancellation ? { cancellation } : {});
      return { supervisor, answer, found: answer.ok ? answer.value.found : 0 };
    };
    const known = this.#whereabouts.get(serial);
    const first = known && (await ask(known));
    if (first?.found === 1) return ok(first.supervisor);
    const answers = await Promise.all(
      this.#supervisors.map((supervisor) => (supervisor === first?.supervisor ? first : ask(supervisor))),
    );
    const holder = answers.find(({ found }) => found > 0);
    if (holder && holder.found > 1) return fail('WORK_ORDER_OTHER_KEY', { support: 'two keys with one serial' });
    if (holder) {
      this.#whereabouts.set(serial, holder.supervisor);
      return ok(holder.supervisor);
    }
    // The driver that had it says that it is gone: what the others can't say makes no difference.
    if (!first?.answer.ok) {
      for (const { answer } of answers) if (!answer.ok) return answer;
    }
    const hasOther = answers.some(({ answer }) => answer.ok && answer.value.others > 0);
    return fail(hasOther ? 'WORK_ORDER_OTHER_KEY' : 'KEY_NOT_FOUND');
  }
}

async function lives(supervisor: Supervisor, cancellation: Cancellation | undefined): Promise<boolean> {
  return (await supervisor.call('ping', {}, cancellation ? { cancellation } : {})).ok;
}
