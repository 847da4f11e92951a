/** What the thread that waits in the driver says to the one that works it. */
export type SlotEventMessage =
  | { readonly type: 'ring' }
  /** `code` is the CK_RV, or 0 for a driver that answered well and did not wait. */
  | { readonly type: 'ended'; readonly reason: string; readonly code: number };
