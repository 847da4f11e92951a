import { newToken, tokenHash } from '../sessions/session.ts';
import type { Stores } from '../stores.ts';
import type { Link } from './link-store.ts';

const DOCUMENT_MS = 5 * 60_000;
/** Time to find the phone, the paper, and good light. */
const CAMERA_MS = 10 * 60_000;

export interface NewLink {
  readonly url: string;
  readonly until: Date;
}

export interface LinkTools {
  readonly now: () => Date;
  /** How browsers and phones reach this service. */
  readonly publicUrl: () => string;
}

/** The token stands in the path of an address that is shown once; only its hash is kept. */
export async function newLink(
  stores: Stores,
  wanted: Omit<Link, 'until'>,
  { now, publicUrl }: LinkTools,
): Promise<NewLink> {
  const token = newToken();
  const until = new Date(now().getTime() + (wanted.leadsTo === 'document' ? DOCUMENT_MS : CAMERA_MS));
  await stores.links.add(tokenHash(token), { ...wanted, until });
  return { url: `${publicUrl()}/${wanted.leadsTo === 'document' ? 'd' : 'm'}/${token}`, until };
}
