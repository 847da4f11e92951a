/** What can go in the middle of a verb: the key is pulled, the driver's process dies, the host is killed, the browser goes. */
export const CUT_KINDS = ['key', 'module', 'host', 'port'] as const;
export type CutKind = (typeof CUT_KINDS)[number];

/** Counted from 1. */
export interface Place {
  /**
   * In a PKCS#11 call of a driver that starts with the verb, or of one that runs already; or at a message between browser
   * and host, whichever way it goes.
   */
  readonly during: 'starting call' | 'call' | 'message';
  readonly number: number;
}

export interface Cut extends Place {
  readonly kind: CutKind;
  /** Whether the call's work was done when key or driver went. */
  readonly after: boolean;
}

/** Half of the calls are cut before their work, half after it; the next seed takes the other halves. */
export function cutAt(place: Place, kind: CutKind, seed: number): Cut {
  const half = Math.imul(place.number, 0x85ebca6b) >>> 31;
  return { ...place, kind, after: place.during !== 'message' && (half + seed) % 2 === 1 };
}

/** The ways in turn, beginning where the seed says. */
export function oneKind(
  { number }: Place,
  { every, seed }: { readonly every: number; readonly seed: number },
): CutKind {
  return CUT_KINDS[(Math.floor(number / every) + seed) % CUT_KINDS.length] ?? 'key';
}

export function cutName({ kind, during, number, after }: Cut): string {
  return `${kind} cut ${during === 'message' ? 'at' : after ? 'after' : 'before'} ${during} ${number}`;
}
