import { PORTALS } from '../portals/portals.ts';

/** Which of the sandbox's sites a request is for. */
export const INDEX_SITE = 'index';

const SITES: ReadonlyMap<string, string> = new Map([
  ['127.0.0.1', INDEX_SITE],
  ['localhost', INDEX_SITE],
  ...PORTALS.map((portal) => [portal.host, portal.id] as const),
]);

/**
 * By the Host header without its port. Names that we do not know get nothing: a page out on the web whose name
 * resolves to this computer (DNS rebinding) must not reach the USB port.
 */
export function siteOf(hostHeader: string | undefined): string | undefined {
  const host = hostHeader?.toLowerCase().replace(/:\d{1,5}$/, '');
  return host === undefined ? undefined : SITES.get(host);
}

export function knownHosts(): string[] {
  return [...SITES.keys()];
}
