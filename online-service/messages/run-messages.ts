import type { Logger } from 'pino';
import type { MessagesConfig } from '../config/message-settings.ts';
import type { OutboxQueue } from '../outbox/outbox-queue.ts';
import { type OutboxSender, startSending } from '../outbox/send-outbox.ts';
import { smtpMail } from './mail/smtp-mail.ts';
import { kindsOf, type Senders, sendMessage } from './send-message.ts';
import { aliyunSms } from './sms/aliyun-sms.ts';

export interface MessageParts extends Pick<Senders, 'readInvoice'> {
  readonly queue: OutboxQueue;
  readonly log: Logger;
}

/** From the outbox to SMS and mail, as configured. */
export function runMessages(config: MessagesConfig, { queue, readInvoice, log }: MessageParts): OutboxSender {
  const senders: Senders = {
    readInvoice,
    ...(config.sms ? { sms: aliyunSms(config.sms) } : {}),
    ...(config.mail ? { mail: smtpMail(config.mail) } : {}),
  };
  const kinds = kindsOf(senders);
  if (!senders.sms) log.warn('no SMS service is set: codes and notices to phones wait and are not sent');
  if (!senders.mail) log.warn('no mail server is set: mails wait and are not sent');
  return startSending({
    queue,
    kinds,
    send: (message, id) => sendMessage(senders, message, id),
    now: () => new Date(),
    log,
  });
}
