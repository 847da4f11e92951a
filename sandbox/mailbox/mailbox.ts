import { Arrivals } from '../http/arrivals.ts';

/** A mail as it came, for one recipient. */
export interface ReceivedMail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly attachments: readonly Attachment[];
}

/** Its bytes stay out of lists. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  read(): Uint8Array;
}

export type Mailbox = Arrivals<ReceivedMail>;

export function newMailbox(): Mailbox {
  return new Arrivals<ReceivedMail>();
}
