import type { Edition, Portal } from './portal.ts';

type Manifest = chrome.runtime.ManifestV3;

/** The manifest of an edition: everything in it that follows from the portals and the service is derived here. */
export function composeManifest(base: Manifest, edition: Edition): Manifest {
  const matches = edition.portals.map((portal) => pattern(portal.origin));
  const { content_scripts: scripts = [], web_accessible_resources: resources = [], ...rest } = base;
  const manifest: Manifest = {
    ...rest,
    host_permissions: [...new Set([...matches, pattern(edition.serviceUrl)])],
    content_security_policy: { extension_pages: contentSecurityPolicy(edition) },
  };
  // Chrome refuses a content script that matches nothing.
  if (matches.length === 0) return manifest;
  return {
    ...manifest,
    content_scripts: scripts.map((script) => ({ ...script, matches })),
    web_accessible_resources: resources.map((resource) => ({ ...resource, matches })),
  };
}

/** A match pattern holds for every port, so the registry in the background looks at the port again. */
function pattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

function contentSecurityPolicy(edition: Edition): string {
  const service = withPorts(edition.serviceUrl, edition.serviceOnAnyPort);
  const ancestors = edition.portals.map((portal: Portal) => withPorts(portal.origin, portal.anyPort));
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self' ${service}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    // Every frame above the panel counts: a portal that is itself framed by a stranger shows no panel.
    `frame-ancestors 'self' ${ancestors.join(' ')}`.trimEnd(),
  ].join('; ');
}

function withPorts(address: string, anyPort: boolean | undefined): string {
  const { protocol, hostname, origin } = new URL(address);
  return anyPort ? `${protocol}//${hostname}:*` : origin;
}
