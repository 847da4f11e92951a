import type { FastifyPluginAsync } from 'fastify';
import * as z from 'zod/mini';
import { sendArrivals, streamArrivals } from '../http/arrivals-routes.ts';
import { sendPage } from '../http/send-page.ts';
import { AnsweredOnce } from '../signed-api/answered-once.ts';
import { ApiError } from '../signed-api/api-error.ts';
import { availabilityRoute } from '../signed-api/availability-route.ts';
import { readContent } from '../signed-api/read-content.ts';
import { signedApi } from '../signed-api/signed-api.ts';
import type { Bank } from './bank.ts';
import { bankPage } from './bank-page.ts';
import { transferOrder } from './transfer.ts';

const named = z.object({ id: z.string() });

/** The bank: its signed API, and a page with the statement of every account. */
export function bankRoutes(bank: Bank): FastifyPluginAsync {
  return async (site) => {
    const once = new AnsweredOnce();
    await site.register(
      signedApi(bank, [
        {
          method: 'POST',
          url: '/transfers',
          answer: (asked) => {
            const order = readContent(transferOrder, asked.body);
            return once.answer(asked, () => ({ result: bank.send(asked.requestId, order) }));
          },
        },
        {
          method: 'GET',
          url: '/transfers/:id',
          answer: ({ params }) => {
            const transfer = bank.find(named.parse(params).id);
            if (!transfer) throw new ApiError('NOT_FOUND');
            return { standing: transfer.standing };
          },
        },
      ]),
      { prefix: '/bank/v1' },
    );
    site.get('/bank', (asked, reply) => sendPage(reply, bankPage(bank, asked.headers.host ?? '')));
    streamArrivals(site, '/bank/events', bank.transfers);
    site.get('/bank/transfers.json', (asked, reply) => sendArrivals(bank.transfers, { asked, reply }, () => true));
    availabilityRoute(site, { path: '/bank', availability: bank.availability });
  };
}
