import { type MessageKind, NOBODY, type OutboxMessage } from '../outbox/outbox.ts';
import type { MailSender } from './mail/mail-sender.ts';
import type { SmsSender } from './sms/sms-sender.ts';

/** The ways out that this service has; what has none waits in the outbox. */
export interface Senders {
  readonly sms?: SmsSender;
  readonly mail?: MailSender;
}

export function kindsOf(senders: Senders): MessageKind[] {
  return (['sms', 'mail'] as const).filter((kind) => senders[kind] !== undefined);
}

/** Resolves when the provider has taken it; throws `SendFault` otherwise. */
export async function sendMessage(senders: Senders, message: OutboxMessage, id: string): Promise<void> {
  if (message.to === NOBODY) return;
  switch (message.kind) {
    case 'sms':
      return senders.sms?.send({ id, ...message });
    case 'mail':
      return senders.mail?.send({ id, ...message });
  }
}
