import type { Transporter } from 'nodemailer';
import { SendFault } from '../../outbox/send-fault.ts';
import { TEXTS_OF_MAIL } from '../texts/texts-of-mail.ts';
import type { Mail, MailSender } from './mail-sender.ts';

export interface SmtpConfig {
  /** smtp://user:password@host:587 or smtps://…; what stands after `?` is nodemailer's. */
  readonly url: string;
  /** An address, or a name and an address: 证桥 <no-reply@example.cn>. */
  readonly from: string;
}

const TIMES = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 } as const;
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** Mail through any SMTP server. A connection for each: they are few, and none is left half open. */
export function smtpMail({ url, from }: SmtpConfig): MailSender {
  const { hostname } = new URL(url);
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? hostname;
  let transporter: Transporter | undefined;
  return {
    async send(mail) {
      transporter ??= await openTransporter(url, hostname);
      const content = TEXTS_OF_MAIL[mail.template](mail.values);
      const message = {
        from,
        to: mail.to,
        messageId: `<${mail.id}@${domain}>`,
        ...content,
        ...attachments(mail.attached),
        ...AUTOMATIC,
      };
      await transporter.sendMail(message).catch((fault: unknown) => {
        throw sendFault(fault);
      });
    },
  };
}

function attachments(attached: Mail['attached']) {
  if (!attached) return {};
  const { name, type, bytes } = attached;
  return { attachments: [{ filename: name, contentType: type, content: Buffer.from(bytes) }] };
}

/** RFC 3834: no out-of-office note comes back for it. */
const AUTOMATIC = { headers: { 'Auto-Submitted': 'auto-generated' }, textEncoding: 'base64' } as const;

async function openTransporter(url: string, hostname: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    ...TIMES,
    // No mail crosses a network in the clear, unless the address itself says `?requireTLS=false`.
    requireTLS: !LOOPBACK.includes(hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * RFC 5321, 4.2.1: a reply of the 500s to a message is for ever, and so is an address that is none; what the server says
 * to our log-in is for the operator to mend.
 */
function sendFault(fault: unknown): SendFault {
  const { code = 'SMTP', responseCode: reply } = (fault instanceof Error ? fault : {}) as SmtpWords;
  if (code === 'EAUTH' || code === 'ETLS') return new SendFault(code, false);
  if (reply === undefined) return new SendFault(code, code === 'EENVELOPE');
  return new SendFault(`SMTP ${reply}`, reply >= 500);
}

interface SmtpWords {
  readonly code?: string;
  readonly responseCode?: number;
}
