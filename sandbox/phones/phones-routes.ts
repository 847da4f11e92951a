import type { FastifyPluginAsync } from 'fastify';
import { sendArrivals, streamArrivals } from '../http/arrivals-routes.ts';
import { sendPage } from '../http/send-page.ts';
import type { Phones } from './phone.ts';
import { phonesPage } from './phones-page.ts';

/** The phones as a page, and as JSON for programs: all of them, or one number's. */
export function phonesRoutes(phones: Phones): FastifyPluginAsync {
  return async (site) => {
    site.get('/phones', (_asked, reply) => sendPage(reply, phonesPage(phones)));
    streamArrivals(site, '/phones/events', phones);
    site.get('/phones.json', (asked, reply) => sendArrivals(phones, { asked, reply }, () => true));
    site.get<{ Params: { number: string } }>('/phones/:number.json', (asked, reply) =>
      sendArrivals(phones, { asked, reply }, ({ number }) => number === asked.params.number),
    );
  };
}
