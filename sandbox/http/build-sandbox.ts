import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { CONTENT_SECURITY_POLICY } from '../portals/beijing/content-security-policy.ts';
import { beijingRoutes } from '../portals/beijing/routes.ts';
import { shangqiuRoutes } from '../portals/shangqiu/routes.ts';
import { tongyongRoutes } from '../portals/tongyong/routes.ts';
import { buildServer } from './build-server.ts';
import { indexRoutes } from './index-page.ts';
import { INDEX_SITE } from './site.ts';

/** Every site of the sandbox; what owns processes, ports or memory comes from outside. */
export function buildSandbox(parts: {
  readonly sdkFile: string;
  /** Beside the list of everything, on this computer's own name. */
  readonly routes: readonly FastifyPluginAsync[];
}): Promise<FastifyInstance> {
  return buildServer([
    {
      id: INDEX_SITE,
      routes: async (site) => {
        await site.register(indexRoutes);
        for (const each of parts.routes) await site.register(each);
      },
    },
    { id: 'shangqiu', routes: shangqiuRoutes },
    { id: 'tongyong', routes: tongyongRoutes({ sdkFile: parts.sdkFile }) },
    { id: 'beijing', routes: beijingRoutes, headers: { 'content-security-policy': CONTENT_SECURITY_POLICY } },
  ]);
}
