import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import type { OutputOf } from '@certbridge/shared/contract/operation.ts';
import type { PanelContract } from '@certbridge/shared/contract/panel.ts';
import type { PublicError, Result } from '@certbridge/shared/contract/result.ts';
import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import type { Channel, ChannelListEntry } from '@certbridge/shared/domain/channel.ts';
import { type KeysAction, type KeysState, NO_KEYS_YET, reduceKeys } from '../../ui/keys/keys-state.ts';
import type { OrderStart } from '../order/state/order-start.ts';
import type { QueryAim } from '../query/query-aim.ts';

export type PanelContext = OutputOf<PanelContract['panel.context']>;

export type Screen =
  | { readonly name: 'home' }
  | { readonly name: 'facts'; readonly business: BusinessName }
  | { readonly name: 'order'; readonly start: OrderStart }
  | { readonly name: 'query'; readonly aim: QueryAim }
  | { readonly name: 'environment' }
  | { readonly name: 'channels' };

/** Something from the service: what was last had of it, and what went wrong since. */
export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly error: PublicError | undefined;
  readonly loading: boolean;
}

export interface PanelState {
  readonly context: PanelContext | undefined;
  /** Without a context nothing else can begin: the extension was updated under this page, or the site is unknown. */
  readonly contextError: PublicError | undefined;
  readonly host: HostState;
  readonly keys: KeysState;
  readonly channelId: string | undefined;
  readonly channel: Loaded<Channel>;
  readonly channels: Loaded<readonly ChannelListEntry[]>;
  readonly screen: Screen;
  /** An application that was put down and can be taken up again. */
  readonly unfinished: Unfinished | undefined;
}

export type Unfinished = Exclude<OrderStart, { kind: 'new' }>;

export type PanelAction =
  | { readonly type: 'context'; readonly result: Result<PanelContext> }
  | { readonly type: 'host'; readonly host: HostState }
  | { readonly type: 'keys'; readonly action: KeysAction }
  | { readonly type: 'channel-chosen'; readonly id: string }
  | { readonly type: 'channel-loading' }
  | { readonly type: 'channel'; readonly result: Result<Channel> }
  | { readonly type: 'channels-loading' }
  | { readonly type: 'channels'; readonly result: Result<{ readonly channels: readonly ChannelListEntry[] }> }
  | { readonly type: 'unfinished'; readonly unfinished: Unfinished | undefined }
  | { readonly type: 'go'; readonly screen: Screen };

const NOT_LOADED = { value: undefined, error: undefined, loading: false };

export const INITIAL_STATE: PanelState = {
  context: undefined,
  contextError: undefined,
  host: { state: 'idle' },
  keys: NO_KEYS_YET,
  channelId: undefined,
  channel: NOT_LOADED,
  channels: NOT_LOADED,
  screen: { name: 'home' },
  unfinished: undefined,
};

export function reducePanel(state: PanelState, action: PanelAction): PanelState {
  switch (action.type) {
    case 'context':
      return action.result.ok
        ? { ...state, context: action.result.value, contextError: undefined }
        : { ...state, contextError: action.result.error };
    case 'host':
      return { ...state, host: action.host };
    case 'keys':
      return { ...state, keys: reduceKeys(state.keys, action.action) };
    case 'channel-chosen':
      return { ...state, channelId: action.id, channel: NOT_LOADED, screen: { name: 'home' } };
    case 'channel-loading':
      return { ...state, channel: { ...state.channel, loading: true } };
    case 'channel':
      return { ...state, channel: loaded(state.channel, action.result) };
    case 'channels-loading':
      return { ...state, channels: { ...state.channels, loading: true } };
    case 'channels':
      return { ...state, channels: loaded(state.channels, mapChannels(action.result)) };
    case 'unfinished':
      return { ...state, unfinished: action.unfinished };
    case 'go':
      return { ...state, screen: action.screen };
  }
}

function loaded<Value>(before: Loaded<Value>, result: Result<Value>): Loaded<Value> {
  return result.ok
    ? { value: result.value, error: undefined, loading: false }
    : { value: before.value, error: result.error, loading: false };
}

function mapChannels(
  result: Result<{ readonly channels: readonly ChannelListEntry[] }>,
): Result<readonly ChannelListEntry[]> {
  return result.ok ? { ok: true, value: result.value.channels } : result;
}
