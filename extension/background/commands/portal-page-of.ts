import type { PortalPage } from '../doors/caller.ts';
import type { Peer } from './command.ts';

/** The portal that the caller stands in, if it stands in one. */
export function portalPageOf(peer: Peer): PortalPage | undefined {
  return 'portal' in peer ? peer : undefined;
}
