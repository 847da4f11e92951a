import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Attachment as ParsedAttachment } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { LOOPBACK } from '../config/check-port.ts';
import type { Attachment, Mailbox } from './mailbox.ts';

export interface MailServer {
  readonly url: string;
  stop(): Promise<void>;
}

const LARGEST_BYTES = 5 * 1024 * 1024;

/** Takes mail for anybody, over loopback and without a log-in, as a relay on the same computer does. */
export async function startMailServer(mailbox: Mailbox): Promise<MailServer> {
  const server = new SMTPServer({
    size: LARGEST_BYTES,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      receive(mailbox, stream, session).then(
        () => done(),
        () => done(new Error('the mail could not be read')),
      );
    },
  });
  // A client that hangs up is no fault of ours.
  server.on('error', () => undefined);
  server.listen(0, LOOPBACK);
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('listening, but on no TCP port');
  return {
    url: `smtp://${LOOPBACK}:${address.port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function receive(mailbox: Mailbox, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const bytes = await buffer(stream);
  if (stream.sizeExceeded) throw new Error('too large');
  const { subject = '', text = '', messageId = '', from, attachments } = await PostalMime.parse(bytes);
  for (const { address } of session.envelope.rcptTo) {
    mailbox.add({
      to: address,
      from: from?.address ?? '',
      subject,
      text,
      messageId,
      attachments: attachments.map(attachmentOf),
    });
  }
}

function attachmentOf({ filename, mimeType, content }: ParsedAttachment): Attachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return { name: filename ?? 'attachment', type: mimeType, read: () => bytes };
}
