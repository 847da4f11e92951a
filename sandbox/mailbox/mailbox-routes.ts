import type { FastifyPluginAsync } from 'fastify';
import { sendArrivals, streamArrivals } from '../http/arrivals-routes.ts';
import { sendPage } from '../http/send-page.ts';
import type { Mailbox } from './mailbox.ts';
import { mailboxPage } from './mailbox-page.ts';

/** The mailbox as a page, and as JSON for programs: all of it, or one address's. */
export function mailboxRoutes(mailbox: Mailbox): FastifyPluginAsync {
  return async (site) => {
    site.get('/mailbox', (_asked, reply) => sendPage(reply, mailboxPage(mailbox)));
    streamArrivals(site, '/mailbox/events', mailbox);
    site.get('/mailbox.json', (asked, reply) => sendArrivals(mailbox, { asked, reply }, () => true));
    site.get<{ Params: { address: string } }>('/mailbox/:address.json', (asked, reply) =>
      sendArrivals(mailbox, { asked, reply }, ({ to }) => to === asked.params.address),
    );
  };
}
