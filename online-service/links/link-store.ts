/** An address that opens one thing for whoever has it, for a short time. */
export interface Link {
  readonly orderId: string;
  /** A picture or document to be read, or the page on which a phone takes the picture of one slot. */
  readonly leadsTo: 'document' | 'camera';
  /** The slot, or the document's name. */
  readonly target: string;
  readonly until: Date;
}

export interface LinkStore {
  add(hash: Uint8Array, link: Link): Promise<void>;
  /** Neither over nor used up. */
  find(hash: Uint8Array, now: Date): Promise<Link | undefined>;
  /** Compare-and-set: true for one caller only. */
  useUp(hash: Uint8Array, now: Date): Promise<boolean>;
}
