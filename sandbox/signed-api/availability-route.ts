import type { FastifyInstance } from 'fastify';
import { REQUEST_INVALID, refuse } from '../http/refusals.ts';
import { type Availability, available } from './availability.ts';

export interface AvailabilityPlace {
  /** The provider's page. */
  readonly path: string;
  readonly availability: Availability;
}

/** The switch on a provider's page. */
export function availabilityRoute(site: FastifyInstance, { path, availability }: AvailabilityPlace): void {
  site.post(`${path}/availability`, (asked, reply) => {
    const chosen = available.safeParse((asked.body as { readonly now?: unknown } | undefined)?.now);
    if (!chosen.success) return refuse(asked, reply, { status: 400, text: REQUEST_INVALID });
    availability.set(chosen.data);
    return reply.redirect(path, 303);
  });
}
