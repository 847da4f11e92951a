import { NotReady } from '../problems/not-ready.ts';

/**
 * PostgreSQL's classes 08 (connection), 53 (no resources left) and 57P (shutting down, crashed, starting up), and the
 * network's own words. Anything else is a fault of ours.
 */
const AWAY = /^(08...|53...|57P0[1-5]|ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT)$/;
/** The driver gives these no code. */
const AWAY_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/i;

export function isDatabaseAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if ('code' in fault && typeof fault.code === 'string' && AWAY.test(fault.code)) return true;
  if (fault instanceof AggregateError) return fault.errors.some(isDatabaseAway);
  return AWAY_WORDS.test(fault.message);
}

export async function whileReachable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (fault) {
    if (isDatabaseAway(fault)) throw new NotReady('the database is away', { cause: fault });
    throw fault;
  }
}
