import type { FastifyReply, FastifyRequest } from 'fastify';
import { FOREIGN_ORIGIN, refuse } from './refusals.ts';

const READS = new Set(['GET', 'HEAD']);

/**
 * A browser always names the origin of a request that changes something. Any page could post to loopback; only our
 * own pages may plug and pull keys. Programs, which send no Origin, are the tests and the tour.
 */
export async function refuseForeignOrigin(asked: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { origin, host } = asked.headers;
  if (READS.has(asked.method) || origin === undefined || origin === `http://${host}`) return;
  return refuse(asked, reply, { status: 403, text: FOREIGN_ORIGIN });
}
