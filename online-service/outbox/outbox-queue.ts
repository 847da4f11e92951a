import type { MessageKind, OutboxMessage } from './outbox.ts';

/** A message that one process has taken upon itself, for as long as a lease runs. */
export interface TakenMessage {
  readonly id: string;
  readonly kind: MessageKind;
  /** This one included. */
  readonly tries: number;
  readonly until: Date | undefined;
  /** Throws `NotOpened` when its master key is not here. */
  open(): Promise<OutboxMessage>;
}

export interface Take {
  readonly kinds: readonly MessageKind[];
  readonly most: number;
  /** Whoever dies with a message gives it back after this time. */
  readonly leaseMs: number;
}

export interface OutboxCounts {
  readonly waiting: number;
  /** Given up after many tries: somebody has to look. */
  readonly stuck: number;
}

/** The other end of the outbox. Each call is a transaction of its own; the database's clock counts. */
export interface OutboxQueue {
  /** Those that are due, oldest first; no two callers get the same one. */
  take(wanted: Take): Promise<TakenMessage[]>;
  /** Sent, or of no use any more. */
  remove(id: string): Promise<void>;
  /** `fault` names what went wrong; nothing of the message. */
  tryAgain(id: string, again: { readonly inMs: number; readonly fault: string }): Promise<void>;
  /** Out of the way of the others, and in sight. */
  setAside(id: string, fault: string): Promise<void>;
  counts(): Promise<OutboxCounts>;
}
