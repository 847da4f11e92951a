import swagger, { type StaticDocumentSpec } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from './open-api-document.ts';
import type { RoutedContract } from './operation-routes.ts';

/** The page's own scripts, its styles (set inline too), pictures inside its style sheet, calls to this very service: no more. */
const PAGE_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** `/docs` to read, `/docs/json` for programs. */
export async function addDocumentation(app: FastifyInstance, contract: RoutedContract): Promise<void> {
  // The plug-in knows only the types of OpenAPI 3.0; it hands the document on as it is.
  const document = openApiDocument(contract) as unknown as StaticDocumentSpec['document'];
  await app.register(swagger, { mode: 'static', specification: { document } });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: PAGE_POLICY,
    // Trying out is for reading; a browser sends an Origin with anything else, and the door refuses pages.
    uiConfig: { supportedSubmitMethods: ['get'], defaultModelsExpandDepth: -1 },
  });
}
