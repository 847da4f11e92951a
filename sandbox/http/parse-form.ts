import type { FastifyRequest } from 'fastify';

/** A posted form as plain fields; a repeated field keeps its last value. */
export async function parseForm(_asked: FastifyRequest, body: string | Buffer): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(body.toString()));
}
