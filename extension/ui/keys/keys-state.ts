import type { KeyEvent, KeyList, ModuleTrouble } from '@certbridge/shared/contract/key-events.ts';
import type { PublicError, Result } from '@certbridge/shared/contract/result.ts';
import type { CertificateSummary } from '@certbridge/shared/domain/certificate.ts';
import type { KeyDetails, KeySummary } from '@certbridge/shared/domain/key.ts';

/** What is known of one plugged key. Old certificates stay in sight while they are read again: nothing jumps. */
export interface PluggedKey {
  readonly summary: KeySummary;
  readonly certificates: readonly CertificateSummary[] | undefined;
  readonly error: PublicError | undefined;
  /** The number of the reading that is under way; a late answer to an earlier one is ignored. */
  readonly reading: number | undefined;
}

export interface KeysState {
  /** False until the first list: then an empty list means that no key is plugged in. */
  readonly known: boolean;
  readonly keys: readonly PluggedKey[];
  readonly troubles: readonly ModuleTrouble[];
}

export type KeysAction =
  | { readonly type: 'event'; readonly event: KeyEvent }
  | { readonly type: 'reading'; readonly keyId: string; readonly reading: number }
  | {
      readonly type: 'read';
      readonly keyId: string;
      readonly reading: number;
      readonly result: Result<KeyDetails>;
    };

export const NO_KEYS_YET: KeysState = { known: false, keys: [], troubles: [] };

export function reduceKeys(state: KeysState, action: KeysAction): KeysState {
  switch (action.type) {
    case 'event':
      return applyEvent(state, action.event);
    case 'reading':
      return update(state, action.keyId, (key) => ({ ...key, reading: action.reading }));
    case 'read':
      return update(state, action.keyId, (key) =>
        key.reading === action.reading ? afterReading(key, action.result) : key,
      );
  }
}

/** The keys whose certificates must be read after that event. */
export function keysToRead(state: KeysState, event: KeyEvent): string[] {
  switch (event.type) {
    case 'list':
      return event.list.keys.map((key) => key.keyId);
    case 'inserted':
    case 'changed':
      return [event.key.keyId];
    case 'recovered':
      return state.keys
        .filter((key) => key.error && key.summary.module.id === event.moduleId)
        .map((key) => key.summary.keyId);
    case 'removed':
    case 'trouble':
      return [];
  }
}

function applyEvent(state: KeysState, event: KeyEvent): KeysState {
  switch (event.type) {
    case 'list':
      return fromList(state, event.list);
    case 'inserted':
    case 'changed':
      return { ...state, keys: withSummary(state.keys, event.key) };
    case 'removed':
      return { ...state, keys: state.keys.filter((key) => key.summary.keyId !== event.keyId) };
    case 'trouble':
      return { ...state, troubles: [...without(state.troubles, event.trouble.module.id), event.trouble] };
    case 'recovered':
      return { ...state, troubles: without(state.troubles, event.moduleId) };
  }
}

function fromList(state: KeysState, list: KeyList): KeysState {
  const keys = list.keys.map((summary) => {
    const known = state.keys.find((key) => key.summary.keyId === summary.keyId);
    return known ? { ...known, summary } : fresh(summary);
  });
  return { known: true, keys, troubles: list.troubles };
}

function withSummary(keys: readonly PluggedKey[], summary: KeySummary): PluggedKey[] {
  const at = keys.findIndex((key) => key.summary.keyId === summary.keyId);
  return at < 0 ? [...keys, fresh(summary)] : keys.map((key, index) => (index === at ? { ...key, summary } : key));
}

function fresh(summary: KeySummary): PluggedKey {
  return { summary, certificates: undefined, error: undefined, reading: undefined };
}

function afterReading(key: PluggedKey, result: Result<KeyDetails>): PluggedKey {
  if (!result.ok) return { ...key, certificates: undefined, error: result.error, reading: undefined };
  const { certificates, ...summary } = result.value;
  return { summary, certificates, error: undefined, reading: undefined };
}

function update(state: KeysState, keyId: string, change: (key: PluggedKey) => PluggedKey): KeysState {
  return { ...state, keys: state.keys.map((key) => (key.summary.keyId === keyId ? change(key) : key)) };
}

function without(troubles: readonly ModuleTrouble[], moduleId: string): ModuleTrouble[] {
  return troubles.filter((trouble) => trouble.module.id !== moduleId);
}
