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
    const asked = await askedBy(request, { access: 'order', effect: 'none' }, stream.findSession);
    if (!asked.ok) return answer(reply, asked);
    const next = () => stream.versionOf(asked.value, id);
    const version = await next();
    if (version === undefined) return answer(reply, fail('ORDER_UNKNOWN'));
    if (open.size >= MOST_LINES) return answer(reply, fail('SERVICE_NOT_READY'));
    speak(reply, { version, open, next, watch: (changed) => stream.watch(id, changed) });
    return reply;
  });
}

interface Line {
  readonly version: number;
  readonly open: Set<() => void>;
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
  const unwatch = watch(() => {
    void next()
      .then((newer) => {
        if (newer === undefined || newer === last || raw.writableEnded) return;
        last = newer;
        say(newer);
      })
      .catch(() => end());
  });
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
}
