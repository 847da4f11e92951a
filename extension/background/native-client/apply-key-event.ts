import type { KeyEvent, KeyList } from '@certbridge/shared/contract/key-events.ts';

/** The list after the event. Before the first list nothing is known, and a change of nothing is still nothing. */
export function applyKeyEvent(before: KeyList | undefined, event: KeyEvent): KeyList | undefined {
  if (event.type === 'list') return event.list;
  return before && changed(before, event);
}

function changed({ keys, troubles }: KeyList, event: Exclude<KeyEvent, { type: 'list' }>): KeyList {
  switch (event.type) {
    case 'inserted':
      return { keys: [...keys.filter((key) => key.keyId !== event.key.keyId), event.key], troubles };
    case 'changed':
      return { keys: keys.map((key) => (key.keyId === event.key.keyId ? event.key : key)), troubles };
    case 'removed':
      return { keys: keys.filter((key) => key.keyId !== event.keyId), troubles };
    case 'trouble':
      return { keys, troubles: [...without(troubles, event.trouble.module.id), event.trouble] };
    case 'recovered':
      return { keys, troubles: without(troubles, event.moduleId) };
  }
}

function without(troubles: KeyList['troubles'], moduleId: string): KeyList['troubles'] {
  return troubles.filter((trouble) => trouble.module.id !== moduleId);
}
