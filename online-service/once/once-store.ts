/** One request that may be repeated: who, by which key. */
export interface OnceKey {
  readonly caller: string;
  readonly key: string;
}

export interface OnceDone extends OnceKey {
  readonly operation: string;
  /** Of operation and input: the same key for something else is refused. */
  readonly request: Uint8Array;
  /** Sealed: replies hold personal data. */
  readonly reply: Uint8Array;
  readonly until: Date;
  /** Whose data the reply holds. */
  readonly orderId: string | undefined;
}

export interface OnceStore {
  find(key: OnceKey): Promise<Pick<OnceDone, 'operation' | 'request' | 'reply'> | undefined>;
  /** At the end of the transaction, which throws `OnceTaken` when a twin of this request was faster. */
  keep(done: OnceDone): void;
}

export class OnceTaken extends Error {}
