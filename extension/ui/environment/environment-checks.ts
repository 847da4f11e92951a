import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import type { ModuleTrouble } from '@certbridge/shared/contract/key-events.ts';
import type { KeysState, PluggedKey } from '../keys/keys-state.ts';

export type CheckTone = 'ok' | 'waiting' | 'attention' | 'trouble';

export type EnvironmentCheck =
  | { readonly id: 'extension'; readonly tone: CheckTone; readonly version: string }
  | { readonly id: 'host'; readonly tone: CheckTone; readonly host: HostState }
  | { readonly id: 'drivers'; readonly tone: CheckTone; readonly troubles: readonly ModuleTrouble[] }
  | { readonly id: 'keys'; readonly tone: CheckTone; readonly keys: readonly PluggedKey[] };

export interface Environment {
  readonly version: string;
  readonly host: HostState;
  readonly keys: KeysState;
}

/** In the order in which each rests on the one before: extension, host, drivers, keys. */
export function environmentChecks({ version, host, keys }: Environment): EnvironmentCheck[] {
  const connected = host.state === 'connected' && keys.known;
  return [
    { id: 'extension', tone: 'ok', version },
    { id: 'host', tone: HOST_TONES[host.state], host },
    {
      id: 'drivers',
      tone: connected ? tone(keys.troubles.length === 0) : 'waiting',
      troubles: connected ? keys.troubles : [],
    },
    { id: 'keys', tone: connected ? tone(keys.keys.length > 0) : 'waiting', keys: connected ? keys.keys : [] },
  ];
}

const HOST_TONES: { readonly [State in HostState['state']]: CheckTone } = {
  idle: 'waiting',
  connecting: 'waiting',
  connected: 'ok',
  reconnecting: 'attention',
  unavailable: 'trouble',
};

function tone(fine: boolean): CheckTone {
  return fine ? 'ok' : 'attention';
}
