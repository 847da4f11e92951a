import { ORDER_CHANGES_PATH } from '@certbridge/shared/contract/online/order-changes.ts';
import { orderId } from '@certbridge/shared/contract/online/order-view.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Asked } from '../asked.ts';
import { askedBy, type FindSession } from './asked-by.ts';
import { answer } from './operation-routes.ts';

export interface OrderChangeStream {
  readonly findSession: FindSession;
  /** Undefined: not the caller's order. */
  versionOf(asked: Asked, orderId: string): Promise<number | undefined>;
  watch(orderId: string, changed: () => void): () => void;
}

/** Balancers cut a line on which nothing is said. */
const SIGN_OF_LIFE_MS = 20_000;
/** A browser asks again by itself; a line that is never renewed outlives its session. */
const LONGEST_MS = 10 * 60_000;
/** One page watches one order; more lines are somebody's mistake. */
const MOST_LINES = 2_000;

/** Says which version an order has, whenever it has another one. */
export function addOrderChangeStream(app: FastifyInstance, stream: OrderChangeStream): void {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  app.get<{ Params: { id: string } }>(ORDER_CHANGES_PATH.replace('{id}', ':id'), async (request, reply) => {
    const { id } = request.params;
    if (!orderId.safeParse(id).success) return answer(reply, fail('ORDER_UNKNOWN'));
    const ask = () => askedBy(request, { access: 'order', effect: 'none' }, stream.findSession);
    const asked = await ask();
    if (!asked.ok) return answer(reply, asked);
    const version = await stream.versionOf(asked.value, id);
    // Each time by the token: a session may end before its line does.
    const next = async () => {
      const again = await ask();
      return again.ok ? stream.versionOf(again.value, id) : undefined;
    };
    if (version === undefined) return answer(reply, fail('ORDER_UNKNOWN'));
    if (open.size >= MOST_LINES) return answer(reply, fail('SERVICE_NOT_READY'));
    speak(reply, { version, open, next, watch: (changed) => stream.watch(id, changed) });
    return reply;
  });
}

interface Line {
  readonly version: number;
  readonly open: Set<() => void>;
  /** Undefined: the line has nobody any more who may hear it. */
  next(): Promise<number | undefined>;
  watch(changed: () => void): () => void;
}

function speak(reply: FastifyReply, { version, open, next, watch }: Line): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const say = (said: number) => raw.write(`event: version\ndata: ${JSON.stringify({ version: said })}\n\n`);
  let last = version;
  say(last);
  const look = () => {
    void next()
      .then((newer) => {
        if (newer === undefined) return end();
        // Two looks may come back in another order than they went.
        if (newer <= last || raw.writableEnded) return;
        last = newer;
        say(newer);
      })
      .catch(() => end());
  };
  const unwatch = watch(look);
  const life = setInterval(() => raw.write(': \n\n'), SIGN_OF_LIFE_MS);
  const longest = setTimeout(() => end(), LONGEST_MS);
  function end(): void {
    unwatch();
    clearInterval(life);
    clearTimeout(longest);
    open.delete(end);
    if (!raw.writableEnded) raw.end();
  }
  open.add(end);
  raw.once('close', end);
  // What happened since the first look, which nobody watched.
  look();
}
