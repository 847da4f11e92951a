import type { IdentityCheck } from '@certbridge/shared/contract/online/order-view.ts';
import type { OnceKey } from '../once/once-store.ts';
import type { Answer, Question } from './question.ts';

/** The request that asks, and goes on asking: by its key it is found again, by its digest it is the same. */
export interface AskingRequest extends OnceKey {
  readonly digest: Uint8Array;
}

/** One question to a provider, under the id by which the provider knows it too. */
export interface Attempt {
  readonly id: string;
  readonly orderId: string;
  readonly party: IdentityCheck['party'];
  readonly way: IdentityCheck['way'];
  /** Keyed hash of what is asked about: nobody asks the same twice at once. */
  readonly subject: string;
  /** Keyed hash of the person, or of the account, that is asked about. */
  readonly whom: string;
  /** Sealed, and gone once it is answered. */
  readonly question: Question;
  /** Until then whoever asked is waited for; afterwards he is taken for dead. */
  readonly leaseUntil: Date;
}

/** `returned` and `credited` are what a fen that was sent comes to. */
export type AttemptOutcome = Answer | 'returned' | 'credited';

export interface Tries {
  /** Of this order and party. */
  readonly ofOrder: number;
  /** About this person or account, whatever the order. */
  readonly ofWhom: number;
}

export interface TransferUnderWay {
  readonly id: string;
  readonly orderId: string;
}

export interface TransfersWanted {
  readonly sentAfter: Date;
  readonly lookedAtBefore: Date;
  readonly atMost: number;
}

export interface AttemptStore {
  add(attempt: Attempt, by: AskingRequest): Promise<void>;
  /** What this request has begun: still open, or answered, when only its digest is left. */
  ofRequest(key: OnceKey): Promise<{ readonly digest: Uint8Array; readonly open: Attempt | undefined } | undefined>;
  /** Nobody knows yet what became of it. */
  openAbout(subject: string): Promise<Attempt | undefined>;
  /** An open one goes on for this request. */
  takeOver(id: string, by: AskingRequest, leaseUntil: Date): Promise<void>;
  /** Nobody waits for it any more: whoever comes next takes it over. */
  release(id: string, now: Date): Promise<void>;
  /** Compare-and-set: true for one caller only. */
  answer(id: string, outcome: Answer, at: Date): Promise<boolean>;
  /** Of those who count the tries about `whom` one gets on at a time, until its transaction ends. */
  holdCount(whom: string): Promise<void>;
  /** Wrong ones and fens that were sent, since then, and what is being asked just now. */
  tries(of: Omit<Attempt, 'id' | 'subject' | 'question' | 'leaseUntil'>, since: Date, now: Date): Promise<Tries>;
  /** Fens of which nothing was heard, the one that was looked after longest ago first. */
  underWay(wanted: TransfersWanted): Promise<TransferUnderWay[]>;
  lookedAt(id: string, at: Date): Promise<void>;
  /** A fen that was sent, by compare-and-set. */
  end(id: string, outcome: 'returned' | 'credited'): Promise<boolean>;
}
