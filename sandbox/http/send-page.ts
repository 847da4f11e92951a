import type { FastifyReply } from 'fastify';
import type { Html } from './html.ts';

/** Drawn for this one request: never kept. */
export function sendPage(reply: FastifyReply, page: Html): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page.text);
}
