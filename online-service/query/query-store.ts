/** Somebody who has asked for a person's orders and has not yet shown the code. */
export interface PendingQuery {
  readonly id: string;
  /** Blind index of the ID that was typed, whether anybody has it or not. */
  readonly person: string;
  readonly until: Date;
}

export interface QueryStore {
  add(query: PendingQuery): Promise<void>;
  find(id: string): Promise<PendingQuery | undefined>;
}
