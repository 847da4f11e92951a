import type { MessageKind } from './outbox.ts';

/** A message in the outbox as staff may see it: neither to whom, nor what it says. */
export interface MessageAside {
  readonly id: string;
  readonly kind: MessageKind;
  /** Undefined when its master key is not here. */
  readonly template: string | undefined;
  readonly tries: number;
  readonly since: Date;
  /** What went wrong last. */
  readonly fault: string | undefined;
  /** Given up: it is not tried again by itself. */
  readonly isStuck: boolean;
}

export interface OutboxDesk {
  /** The stuck ones first, the oldest first among them. */
  list(most: number): Promise<MessageAside[]>;
  /** False: there is no stuck message of this id. */
  retry(id: string): Promise<boolean>;
}
