import type { Portal } from './portal.ts';

export interface PortalRegistry {
  /** The portal at this origin, as the browser attests it. Lookalikes, subdomains and other schemes have none. */
  at(origin: string): Portal | undefined;
}

export function createPortalRegistry(portals: readonly Portal[]): PortalRegistry {
  return { at: (origin) => portals.find((portal) => matches(portal, origin)) };
}

function matches(portal: Portal, origin: string): boolean {
  const asked = parse(origin);
  const registered = parse(portal.origin);
  if (asked === undefined || registered === undefined) return false;
  if (asked.protocol !== registered.protocol || asked.hostname !== registered.hostname) return false;
  return portal.anyPort === true || asked.port === registered.port;
}

/** Only what is an origin and nothing more: no path, no user, no opaque `null`. */
function parse(origin: string): URL | undefined {
  if (!URL.canParse(origin)) return undefined;
  const url = new URL(origin);
  return url.origin === origin ? url : undefined;
}
