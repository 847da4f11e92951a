import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { channelOperations } from '@certbridge/shared/contract/online/channels.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BackgroundClient } from '../platform/background-client.ts';
import type { KeyValueStore } from '../ui/key-value-store.ts';
import { followKeys } from '../ui/keys/follow-keys.ts';
import { foldAway } from './fold-away.ts';
import type { OnlineClient, OnlineOperations } from './online-client/online-client.ts';
import type { Drafts } from './order/draft/drafts.ts';
import { type Opening, validChannelId } from './state/opening.ts';
import {
  INITIAL_STATE,
  type PanelAction,
  type PanelState,
  reducePanel,
  type Screen,
  type Unfinished,
} from './state/panel-state.ts';
import { type Retrying, retrying } from './state/retrying.ts';

const REMEMBERED_AS = 'channelId';

export interface PanelSurroundings {
  readonly background: Pick<BackgroundClient, 'call' | 'watch'>;
  readonly onlineClient: OnlineClientMaker;
  readonly store: KeyValueStore;
  readonly clock: Clock;
  readonly opening: Opening;
  /** Where this computer keeps what is not filled in yet. */
  readonly drafts: () => Promise<Drafts>;
}

export type OnlineClientMaker = <Operations extends OnlineOperations>(
  operations: Operations,
  serviceUrl: string,
) => OnlineClient<Operations>;

type ChannelDesk = OnlineClient<typeof channelOperations>;

/** The panel's state, and everything that a person can do to it. */
export interface Panel {
  readonly state: ReadonlySignal<PanelState>;
  readonly clock: Clock;
  /** For a screen that needs more of the service than the panel's first ones; undefined while its address is not known. */
  online<Operations extends OnlineOperations>(operations: Operations): OnlineClient<Operations> | undefined;
  go(screen: Screen): void;
  /** An application was put down, or is over; its form, as long as it is open, is kept on this computer. */
  setUnfinished(unfinished: Unfinished | undefined): void;
  chooseChannel(id: string): void;
  retryHost(): void;
  retryService(): void;
  readAgain(keyId: string): void;
  openTab(): void;
  close(): void;
}

export function startPanel({ background, onlineClient, store, clock, opening, drafts }: PanelSurroundings): Panel {
  const state = signal<PanelState>(INITIAL_STATE);
  const dispatch = (action: PanelAction) => {
    state.value = reducePanel(state.value, action);
  };
  let service: ChannelDesk | undefined;
  let channelLoading: Retrying | undefined;
  let channelsLoading: Retrying | undefined;

  const keys = followKeys({
    background,
    state: () => state.value.keys,
    dispatch: (action) => dispatch({ type: 'keys', action }),
  });
  background.watch('host.watch', {}, (host: HostState) => dispatch({ type: 'host', host }));
  void begin();
  void findDraft();

  async function begin(): Promise<void> {
    const result = await background.call('panel.context', {});
    dispatch({ type: 'context', result });
    if (!result.ok) return;
    service = onlineClient(channelOperations, result.value.serviceUrl);
    const id = result.value.portal?.channelId ?? opening.channelId ?? validChannelId(await store.read(REMEMBERED_AS));
    if (id === undefined) {
      go({ name: 'channels' });
      return;
    }
    chooseChannel(id, { remember: result.value.portal === null });
    if (opening.business) go({ name: 'facts', business: opening.business });
  }

  async function findDraft(): Promise<void> {
    const draft = await (await drafts()).read();
    if (draft && !state.value.unfinished) dispatch({ type: 'unfinished', unfinished: { kind: 'draft', draft } });
  }

  async function keepDraft(unfinished: Unfinished | undefined): Promise<void> {
    const kept = await drafts();
    await (unfinished?.kind === 'draft' ? kept.keep(unfinished.draft) : kept.forget());
  }

  function chooseChannel(id: string, { remember } = { remember: true }): void {
    if (remember) void store.write(REMEMBERED_AS, id);
    dispatch({ type: 'channel-chosen', id });
    channelLoading?.stop();
    channelLoading = load(
      (client) => client.call('channels.read', { id }),
      (result) => dispatch({ type: 'channel', result }),
      'channel-loading',
    );
  }

  function go(screen: Screen): void {
    dispatch({ type: 'go', screen });
    if (screen.name !== 'channels' || channelsLoading) return;
    channelsLoading = load(
      (client) => client.call('channels.list', {}),
      (result) => dispatch({ type: 'channels', result }),
      'channels-loading',
    );
  }

  function load<Value>(
    ask: (client: ChannelDesk) => Promise<Result<Value>>,
    onResult: (result: Result<Value>) => void,
    type: 'channel-loading' | 'channels-loading',
  ): Retrying | undefined {
    const client = service;
    return client && retrying({ load: () => ask(client), onStart: () => dispatch({ type }), onResult, clock });
  }

  return {
    state,
    clock,
    online(operations) {
      const { context } = state.value;
      return context && onlineClient(operations, context.serviceUrl);
    },
    go,
    setUnfinished(unfinished) {
      dispatch({ type: 'unfinished', unfinished });
      void keepDraft(unfinished);
    },
    chooseChannel: (id) => chooseChannel(id),
    readAgain: keys.readAgain,
    retryHost: () => void background.call('host.retry', {}),
    retryService() {
      if (state.value.contextError) void begin();
      channelLoading?.now();
      channelsLoading?.now();
    },
    openTab() {
      const { channelId } = state.value;
      void background.call('panel.openTab', channelId ? { channelId } : {});
    },
    close: () => void foldAway(background, clock),
  };
}
