import type { FindSession } from '../http/asked-by.ts';
import type { Session, SessionStore } from './session.ts';

/** Nothing ends a session before its time, so what was read is true until then; but memory is for the busy ones. */
const REMEMBERED = 10_000;

interface Known {
  readonly session: Session;
  readonly until: Date;
}

/** Every step of an order asks for the same session: it is read once by each process. */
export function findSession(sessions: SessionStore, now: () => Date): FindSession {
  const known = new Map<string, Known>();
  return async (hash) => {
    const name = Buffer.from(hash).toString('base64url');
    const found = known.get(name) ?? (await sessions.find(hash));
    if (!found) return undefined;
    if (found.until <= now()) {
      known.delete(name);
      return 'over';
    }
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, found);
    return found.session;
  };
}
