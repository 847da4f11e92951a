import { type FastifyError, type FastifyInstance, type FastifyPluginAsync, fastify } from 'fastify';
import { parseForm } from './parse-form.ts';
import { HOST_UNKNOWN, INTERNAL, PAGE_UNKNOWN, REQUEST_INVALID, refuse } from './refusals.ts';
import { refuseForeignOrigin } from './refuse-foreign-origin.ts';
import { siteOf } from './site.ts';
import { siteConstraint } from './site-constraint.ts';

/** A login form is a few words; so is every other body here. */
const BODY_LIMIT_BYTES = 16 * 1024;

export interface Site {
  readonly id: string;
  readonly routes: FastifyPluginAsync;
  /** Sent with everything of this site, refusals too. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One server for all sites: the Host header chooses, and a name that is not ours is refused before any route. */
export async function buildServer(sites: readonly Site[]): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    // The USB port's event streams stay open for as long as their page does; a stop must not wait for them.
    forceCloseConnections: true,
    routerOptions: { constraints: { site: siteConstraint } },
  });
  server.addHook('onRequest', async (asked, reply) => {
    if (siteOf(asked.headers.host) !== undefined) return;
    return refuse(asked, reply, { status: 421, text: HOST_UNKNOWN });
  });
  server.addHook('onRequest', refuseForeignOrigin);
  server.addHook('onSend', async (asked, reply) => {
    const site = siteOf(asked.headers.host);
    reply.headers(sites.find(({ id }) => id === site)?.headers ?? {});
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin');
  });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, parseForm);
  server.setNotFoundHandler((asked, reply) => refuse(asked, reply, { status: 404, text: PAGE_UNKNOWN }));
  server.setErrorHandler((error: FastifyError, asked, reply) => {
    const status = error.statusCode ?? 500;
    return refuse(asked, reply, status < 500 ? { status, text: REQUEST_INVALID } : { status, text: INTERNAL });
  });
  for (const site of sites) {
    await server.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.constraints = { ...route.constraints, site: site.id };
      });
      await scope.register(site.routes);
    });
  }
  return server;
}
