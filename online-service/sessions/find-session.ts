import type { FindSession } from '../http/asked-by.ts';
import type { Session, SessionStore } from './session.ts';

/** Memory is for the busy ones. */
const REMEMBERED = 10_000;
/** Erasing a person ends sessions before their time, in another process too: by then nobody gets in any more. */
const REMEMBERED_MS = 30_000;

interface Known {
  readonly session: Session;
  readonly until: Date;
  readonly readAt: Date;
}

/** Every step of an order asks for the same session: it is read once by each process. */
export function findSession(sessions: SessionStore, now: () => Date): FindSession {
  const known = new Map<string, Known>();
  return async (hash) => {
    const name = Buffer.from(hash).toString('base64url');
    const remembered = known.get(name);
    if (remembered && isFresh(remembered, now())) return remembered.session;
    known.delete(name);
    const readAt = now();
    const found = await sessions.find(hash);
    if (!found) return undefined;
    if (found.until <= now()) return 'over';
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, { ...found, readAt });
    return found.session;
  };
}

function isFresh({ until, readAt }: Known, now: Date): boolean {
  return until > now && now.getTime() - readAt.getTime() < REMEMBERED_MS;
}
