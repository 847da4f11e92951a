import { writeCrl } from '../revocation/write-crl.ts';
import type { Signatory } from './authority-certificates.ts';

const YEAR_MS = 365 * 86_400_000;

/** The root revokes issuing authorities only: a list a year, written where the root key is. */
export function rootCrl(root: Signatory, number: number, now: Date): Promise<Buffer> {
  const nextUpdate = new Date(now.getTime() + YEAR_MS);
  return writeCrl(
    { issuer: root.name, number, thisUpdate: now, nextUpdate, entries: [], form: { kind: 'full' } },
    root.key,
  );
}
