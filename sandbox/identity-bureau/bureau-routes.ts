import type { FastifyPluginAsync } from 'fastify';
import type * as z from 'zod/mini';
import { sendPage } from '../http/send-page.ts';
import { AnsweredOnce } from '../signed-api/answered-once.ts';
import { availabilityRoute } from '../signed-api/availability-route.ts';
import { readContent } from '../signed-api/read-content.ts';
import { type SignedRoute, signedApi } from '../signed-api/signed-api.ts';
import type { Bureau } from './bureau.ts';
import { bureauPage } from './bureau-page.ts';
import { fourElements, isWellFormed, type Person, person, threeElements } from './person.ts';

/** The identity bureau: its signed API, and a page where it is told what it knows and how it feels. */
export function bureauRoutes(bureau: Bureau): FastifyPluginAsync {
  return async (site) => {
    const once = new AnsweredOnce();
    const check = (url: string, elements: z.ZodMiniType<Person>): SignedRoute => ({
      method: 'POST',
      url,
      answer: (asked) => {
        const content = readContent(elements, asked.body);
        return once.answer(asked, () => ({ result: bureau.check(content) }));
      },
    });
    await site.register(
      signedApi(bureau, [check('/checks/phone', threeElements), check('/checks/bank-card', fourElements)]),
      { prefix: '/bureau/v1' },
    );
    site.get('/bureau', (asked, reply) => sendPage(reply, bureauPage(bureau, { ownHost: asked.headers.host ?? '' })));
    site.post('/bureau/people', (asked, reply) => {
      const read = person.safeParse(withoutEmpty(asked.body));
      if (!read.success || !isWellFormed(read.data, new Date())) {
        const ownHost = asked.headers.host ?? '';
        return sendPage(reply.code(422), bureauPage(bureau, { ownHost, fault: 'person-not-possible' }));
      }
      bureau.add(read.data);
      return reply.redirect('/bureau', 303);
    });
    availabilityRoute(site, { path: '/bureau', availability: bureau.availability });
  };
}

/** A form sends what was left empty, too. */
function withoutEmpty(body: unknown): object {
  return Object.fromEntries(Object.entries(body ?? {}).filter(([, value]) => value !== ''));
}
