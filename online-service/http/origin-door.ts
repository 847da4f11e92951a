import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a browser may remember a preflight's answer. */
const PREFLIGHT_SECONDS = 600;

/**
 * Who speaks, by the Origin that the browser attests. Pages have one and are refused, whatever they ask; our extensions
 * are let in. Programs and typed addresses have none: what they can read is public, and they are no page's deputy.
 */
export type OriginDoor = (request: FastifyRequest, reply: FastifyReply) => 'admitted' | 'preflight' | Failed;

/** `publicUrl`: the address of the phone's own page, known when the service listens. */
export function originDoor(extensionIds: readonly string[], publicUrl: () => string): OriginDoor {
  const admitted = new Set(extensionIds.map((id) => `chrome-extension://${id}`));
  return (request, reply) => {
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined) return 'admitted';
    if (isOwnCameraPage(request, publicUrl())) return 'admitted';
    if (!admitted.has(origin)) return fail('ORIGIN_NOT_REGISTERED');
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-expose-headers', 'x-request-id');
    if (!isPreflight(request)) return 'admitted';
    reply.header('access-control-allow-methods', 'GET, POST');
    reply.header('access-control-allow-headers', 'authorization, content-type, idempotency-key');
    reply.header('access-control-max-age', PREFLIGHT_SECONDS);
    if (request.headers['access-control-request-private-network'] === 'true') {
      reply.header('access-control-allow-private-network', 'true');
    }
    return 'preflight';
  };
}

/**
 * The phone's page sends its photo to the address that it was read from. That is compared with what is configured: Host
 * is the caller's own word, and a balancer may write another.
 */
function isOwnCameraPage({ method, url, headers }: FastifyRequest, own: string): boolean {
  if (method !== 'POST' || !url.startsWith('/m/') || !URL.canParse(own)) return false;
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  return site === 'same-origin' && new URL(own).origin === headers.origin;
}

function isPreflight(request: FastifyRequest): boolean {
  return request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
}
