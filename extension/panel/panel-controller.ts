import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BackgroundClient } from '../platform/background-client.ts';
import type { KeyValueStore } from '../ui/key-value-store.ts';
import { followKeys } from '../ui/keys/follow-keys.ts';
import { foldAway } from './fold-away.ts';
import type { OnlineClient } from './online-client/online-client.ts';
import { type Opening, validChannelId } from './state/opening.ts';
import { INITIAL_STATE, type PanelAction, type PanelState, reducePanel, type Screen } from './state/panel-state.ts';
import { type Retrying, retrying } from './state/retrying.ts';

const REMEMBERED_AS = 'channelId';

export interface PanelSurroundings {
  readonly background: Pick<BackgroundClient, 'call' | 'watch'>;
  readonly onlineClient: (serviceUrl: string) => OnlineClient;
  readonly store: KeyValueStore;
  readonly clock: Clock;
  readonly opening: Opening;
}

/** The panel's state, and everything that a person can do to it. */
export interface Panel {
  readonly state: ReadonlySignal<PanelState>;
  go(screen: Screen): void;
  chooseChannel(id: string): void;
  retryHost(): void;
  retryService(): void;
  readAgain(keyId: string): void;
  openTab(): void;
  close(): void;
}

export function startPanel({ background, onlineClient, store, clock, opening }: PanelSurroundings): Panel {
  const state = signal<PanelState>(INITIAL_STATE);
  const dispatch = (action: PanelAction) => {
    state.value = reducePanel(state.value, action);
  };
  let service: OnlineClient | undefined;
  let channelLoading: Retrying | undefined;
  let channelsLoading: Retrying | undefined;

  const keys = followKeys({
    background,
    state: () => state.value.keys,
    dispatch: (action) => dispatch({ type: 'keys', action }),
  });
  background.watch('host.watch', {}, (host: HostState) => dispatch({ type: 'host', host }));
  void begin();

  async function begin(): Promise<void> {
    const result = await background.call('panel.context', {});
    dispatch({ type: 'context', result });
    if (!result.ok) return;
    service = onlineClient(result.value.serviceUrl);
    const id = result.value.portal?.channelId ?? opening.channelId ?? validChannelId(await store.read(REMEMBERED_AS));
    if (id === undefined) {
      go({ name: 'channels' });
      return;
    }
    chooseChannel(id, { remember: result.value.portal === null });
    if (opening.business) go({ name: 'facts', business: opening.business });
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
    ask: (client: OnlineClient) => Promise<Result<Value>>,
    onResult: (result: Result<Value>) => void,
    type: 'channel-loading' | 'channels-loading',
  ): Retrying | undefined {
    const client = service;
    return client && retrying({ load: () => ask(client), onStart: () => dispatch({ type }), onResult, clock });
  }

  return {
    state,
    go,
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
