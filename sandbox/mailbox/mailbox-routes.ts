import type { FastifyPluginAsync } from 'fastify';
import { sendArrivals, streamArrivals } from '../http/arrivals-routes.ts';
import { PAGE_UNKNOWN, refuse } from '../http/refusals.ts';
import { sendPage } from '../http/send-page.ts';
import type { Mailbox } from './mailbox.ts';
import { mailboxPage } from './mailbox-page.ts';

/** The mailbox as a page, and as JSON for programs: all of it, or one address's. */
export function mailboxRoutes(mailbox: Mailbox): FastifyPluginAsync {
  return async (site) => {
    site.get('/mailbox', (_asked, reply) => sendPage(reply, mailboxPage(mailbox)));
    site.get<{ Params: { serial: string; at: string } }>('/mailbox/attachments/:serial/:at', (asked, reply) => {
      const mail = mailbox.newestFirst().find(({ serial }) => String(serial) === asked.params.serial);
      const attachment = mail?.item.attachments[Number(asked.params.at)];
      if (attachment?.type !== 'application/pdf') return refuse(asked, reply, { status: 404, text: PAGE_UNKNOWN });
      return reply.type('application/pdf').send(Buffer.from(attachment.read()));
    });
    streamArrivals(site, '/mailbox/events', mailbox);
    site.get('/mailbox.json', (asked, reply) => sendArrivals(mailbox, { asked, reply }, () => true));
    site.get<{ Params: { address: string } }>('/mailbox/:address.json', (asked, reply) =>
      sendArrivals(mailbox, { asked, reply }, ({ to }) => to === asked.params.address),
    );
  };
}
