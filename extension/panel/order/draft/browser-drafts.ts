import { clock } from '../../../platform/clock.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { indexedDbVault } from './indexed-db-vault.ts';

/** A chunk of its own: the panel asks for it at every opening, long before anybody applies for anything. */
export function browserDrafts(): Drafts {
  return createDrafts(indexedDbVault(), clock);
}
