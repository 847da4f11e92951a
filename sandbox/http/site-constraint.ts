import type { FastifyServerOptions } from 'fastify';
import { siteOf } from './site.ts';

type Constraints = NonNullable<NonNullable<FastifyServerOptions['routerOptions']>['constraints']>;
type Handler = Parameters<ReturnType<Constraints[string]['storage']>['set']>[1];

/** Lets each site have its own `/`: the router compares the site of the Host header with the site of the route. */
export const siteConstraint: Constraints[string] = {
  name: 'site',
  mustMatchWhenDerived: true,
  storage: () => {
    const handlers = new Map<string, Handler>();
    return {
      get: (site) => handlers.get(site) ?? null,
      set: (site, handler) => void handlers.set(site, handler),
    };
  },
  // A name that is nobody's matches no route; the server's first hook has refused it by then.
  deriveConstraint: (asked) => siteOf(asked.headers.host) ?? '',
  validate: (site) => {
    if (typeof site !== 'string') throw new TypeError('the site of a route is a word');
  },
};
