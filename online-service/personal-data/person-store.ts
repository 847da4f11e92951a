/** One entry of an order's history: what happened, when, by whom. */
export interface OrderHistoryEntry {
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly note: string | null;
  readonly at: Date;
}

/** Everything that is kept about one person, who is named by the blind index of the ID. */
export interface PersonStore {
  /** However many there are, oldest first. */
  ordersOf(person: string): Promise<string[]>;
  historyOf(orderId: string): Promise<OrderHistoryEntry[]>;
  /** Sessions, replies kept for repetitions, uploads under way, links and questions to a bureau. */
  forget(person: string, orderIds: readonly string[]): Promise<void>;
  /** What still waits to be sent to these phones and mailboxes, or was given up. */
  forgetMessagesTo(recipients: ReadonlySet<string>): Promise<void>;
}
