import type { KeyEvent, KeyList } from '@certbridge/shared/contract/key-events.ts';

/**
 * The events that lead from one list to the other. A watcher's list and its events can't disagree, since the events
 * are made from the lists. What left comes first, so that a key that moved between drivers never stands twice.
 */
export function keyChanges(before: KeyList, now: KeyList): KeyEvent[] {
  const hadKeys = new Map(before.keys.map((key) => [key.keyId, key]));
  const hasKeys = new Set(now.keys.map((key) => key.keyId));
  const hadTroubles = new Map(before.troubles.map((trouble) => [trouble.module.id, trouble]));
  const hasTroubles = new Set(now.troubles.map((trouble) => trouble.module.id));
  const removed = before.keys.filter((key) => !hasKeys.has(key.keyId));
  const recovered = before.troubles.filter((trouble) => !hasTroubles.has(trouble.module.id));
  const troubles = now.troubles.filter((trouble) => !same(hadTroubles.get(trouble.module.id), trouble));
  return [
    ...removed.map(({ keyId }): KeyEvent => ({ type: 'removed', keyId })),
    ...recovered.map(({ module }): KeyEvent => ({ type: 'recovered', moduleId: module.id })),
    ...troubles.map((trouble): KeyEvent => ({ type: 'trouble', trouble })),
    ...now.keys.flatMap((key): KeyEvent[] => {
      const had = hadKeys.get(key.keyId);
      if (!had) return [{ type: 'inserted', key }];
      return same(had, key) ? [] : [{ type: 'changed', key }];
    }),
  ];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
