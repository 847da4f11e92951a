import { type MessageKind, NOBODY, type OutboxMessage } from '../outbox/outbox.ts';
import type { Attachment, MailSender } from './mail/mail-sender.ts';
import type { SmsSender } from './sms/sms-sender.ts';

/** The ways out that this service has; what has none waits in the outbox. */
export interface Senders {
  readonly sms?: SmsSender;
  readonly mail?: MailSender;
  /** The PDF of an invoice that a mail names. */
  readInvoice(id: string): Promise<Attachment | undefined>;
}

export function kindsOf(senders: Pick<Senders, MessageKind>): MessageKind[] {
  return (['sms', 'mail'] as const).filter((kind) => senders[kind] !== undefined);
}

/** Resolves when the provider has taken it; throws `SendFault` otherwise. */
export async function sendMessage(senders: Senders, message: OutboxMessage, id: string): Promise<void> {
  if (message.to === NOBODY) return;
  switch (message.kind) {
    case 'sms':
      return senders.sms?.send({ id, ...message });
    case 'mail':
      return senders.mail?.send({ ...message, id, ...(await attachedTo(senders, message)) });
  }
}

async function attachedTo(senders: Senders, { invoice }: Extract<OutboxMessage, { kind: 'mail' }>) {
  if (invoice === undefined) return {};
  const attached = await senders.readInvoice(invoice);
  // It is there before the message is; without it the mail says nothing, and is seen among those that cannot be sent.
  if (!attached) throw new Error('the invoice of a mail is not there');
  return { attached };
}
