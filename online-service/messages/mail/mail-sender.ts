import type { MailTemplate, MessageValues } from '../../outbox/outbox.ts';

export interface Mail {
  /** Becomes the Message-ID, so that a repetition can be recognised in the mailbox. */
  readonly id: string;
  readonly to: string;
  readonly template: MailTemplate;
  readonly values: MessageValues;
  readonly attached?: Attachment | undefined;
}

export interface Attachment {
  readonly name: string;
  readonly type: 'application/pdf';
  readonly bytes: Uint8Array;
}

export interface MailSender {
  /** Resolves when the server has taken it; throws `SendFault` otherwise. */
  send(mail: Mail): Promise<void>;
}
