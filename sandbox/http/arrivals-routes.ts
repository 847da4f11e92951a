import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Arrivals } from './arrivals.ts';
import { REQUEST_INVALID, refuse } from './refusals.ts';

/** After a lost connection the browser comes back by itself. */
const RETRY_MS = 1_000;
/** How long a program that waits for something new is kept waiting; it asks again. */
const WAIT_MS = 25_000;

const afterQuery = z.object({ after: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) });

/** Server-sent events (HTML, 9.2): one for each arrival, without its content; the page asks for that itself. */
export function streamArrivals(
  site: FastifyInstance,
  url: string,
  arrivals: Pick<Arrivals<unknown>, 'onChange'>,
): void {
  site.get(url, (asked, reply) => {
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    stream.write(`retry: ${RETRY_MS}\n\n`);
    asked.raw.once(
      'close',
      arrivals.onChange(() => void stream.write('event: arrived\ndata:\n\n')),
    );
  });
}

/** What matches, as JSON for programs; with `?after=SERIAL` the reply waits for something newer. */
export async function sendArrivals<Item>(
  arrivals: Arrivals<Item>,
  { asked, reply }: { readonly asked: FastifyRequest; readonly reply: FastifyReply },
  matches: (item: Item) => boolean,
): Promise<FastifyReply> {
  const query = afterQuery.safeParse(asked.query);
  if (!query.success) return refuse(asked, reply, { status: 400, text: REQUEST_INVALID });
  const { after } = query.data;
  const found =
    after === undefined
      ? arrivals.newestFirst().filter(({ item }) => matches(item))
      : await arrivals.after(Number(after), { matches, withinMs: WAIT_MS });
  const messages = found.map(({ serial, at, item }) => ({ serial, at: at.toISOString(), ...item }));
  return reply.header('cache-control', 'no-store').send({ ok: true, value: { messages } });
}
