import type { KeyEvent, KeyList, ModuleTrouble } from '@certbridge/shared/contract/key-events.ts';
import type { KeySummary } from '@certbridge/shared/domain/key.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyChanges } from './key-changes.ts';

const key = (name: string, label: string): KeySummary => ({
  keyId: `m:${name}`,
  label,
  serial: name,
  model: '',
  manufacturer: '',
  module: { id: 'm', name: 'M' },
  pin: { state: 'ok' },
  insertedAt: '2026-01-01T00:00:00.000Z',
});
const trouble = (id: string, support: string): ModuleTrouble => ({
  module: { id, name: id },
  error: { code: 'DRIVER_FAULT', support },
});

const pair = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2'));
const pairs = fc.uniqueArray(pair, { selector: ([name]) => name });
const lists: fc.Arbitrary<KeyList> = fc.tuple(pairs, pairs).map(([keys, troubles]) => ({
  keys: keys.map(([name, label]) => key(name, label)),
  troubles: troubles.map(([id, support]) => trouble(id, support)),
}));

/** What a panel does with the events. */
function apply(list: KeyList, event: KeyEvent): KeyList {
  const { keys, troubles } = list;
  switch (event.type) {
    case 'list':
      return event.list;
    case 'inserted':
      expect(keys.some(({ keyId }) => keyId === event.key.keyId)).toBe(false);
      return { keys: [...keys, event.key], troubles };
    case 'changed':
      return { keys: keys.map((old) => (old.keyId === event.key.keyId ? event.key : old)), troubles };
    case 'removed':
      return { keys: keys.filter(({ keyId }) => keyId !== event.keyId), troubles };
    case 'trouble':
      return {
        keys,
        troubles: [...troubles.filter(({ module }) => module.id !== event.trouble.module.id), event.trouble],
      };
    case 'recovered':
      return { keys, troubles: troubles.filter(({ module }) => module.id !== event.moduleId) };
  }
}

function sorted({ keys, troubles }: KeyList): KeyList {
  return {
    keys: keys.toSorted((one, other) => one.keyId.localeCompare(other.keyId)),
    troubles: troubles.toSorted((one, other) => one.module.id.localeCompare(other.module.id)),
  };
}

it('whoever follows the events stands where a new list would put him', () => {
  fc.assert(
    fc.property(lists, lists, (before, now) => {
      expect(sorted(keyChanges(before, now).reduce(apply, before))).toEqual(sorted(now));
    }),
  );
});

it('nothing new is nothing told', () => {
  fc.assert(
    fc.property(lists, (list) => {
      expect(keyChanges(list, structuredClone(list))).toEqual([]);
    }),
  );
});
