import type { InputOf, ResultOf } from '@certbridge/shared/contract/operation.ts';
import { type PanelContract, panelContract } from '@certbridge/shared/contract/panel.ts';
import { fail, type PublicError } from '@certbridge/shared/contract/result.ts';
import { Caller } from '@certbridge/shared/rpc/caller.ts';
import { type Cancellation, createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { wait } from '@certbridge/shared/rpc/wait.ts';
import { backoff } from './backoff.ts';
import { clock as systemClock } from './clock.ts';
import type { WatchEvent, WatchName } from './watch-name.ts';

export interface BackgroundClient {
  /** As the caller of one connection, but across connections: a port that died is opened again by the next call. */
  readonly call: Caller<PanelContract>['call'];
  /** Subscribes until the answer is called, and again by itself whenever the background went to sleep meanwhile. */
  watch<Name extends WatchName>(
    name: Name,
    input: InputOf<PanelContract[Name]>,
    onEvent: (event: WatchEvent<Name>) => void,
  ): () => void;
}

/** What this needs of the browser. */
export interface BackgroundClientOptions {
  readonly connect: () => chrome.runtime.Port;
  readonly clock?: Clock;
  readonly report?: (error: PublicError) => void;
}

const RESUBSCRIBE = { firstMs: 250, capMs: 5_000 };
/** Asking again would get the same answer. */
const FINAL: readonly string[] = ['CALLER_NOT_ALLOWED', 'ORIGIN_NOT_REGISTERED', 'INPUT_INVALID', 'OPERATION_UNKNOWN'];

/** For the extension's own pages: panel, popup, prompt. */
export function connectBackground(options: BackgroundClientOptions): BackgroundClient {
  const { connect } = options;
  const clock = options.clock ?? systemClock;
  const report = options.report ?? (() => undefined);
  let line: Caller<PanelContract> | undefined;
  let gone = false;

  function open(): Caller<PanelContract> {
    const port = connect();
    const caller = new Caller({ contract: panelContract, post: (message) => port.postMessage(message), clock, report });
    port.onMessage.addListener((message: unknown) => caller.receive(message));
    port.onDisconnect.addListener(() => {
      if (line === caller) line = undefined;
      caller.disconnected(fail('CONNECTION_LOST').error);
    });
    return caller;
  }

  const call: BackgroundClient['call'] = async (name, input, callOptions) => {
    try {
      line ??= open();
    } catch {
      // A sleeping background is woken; only an extension that was updated or removed under this page throws.
      gone = true;
      return fail('CONNECTION_LOST') as ResultOf<PanelContract[typeof name]>;
    }
    return line.call(name, input, callOptions);
  };

  return {
    call,
    watch(name, input, onEvent) {
      const canceller = createCanceller();
      const { cancellation } = canceller;
      void keepWatching({ clock, cancellation, isOver: () => gone || cancellation.cancelled }, (onAlive) =>
        call(name, input, {
          cancellation,
          onEvent: (event) => {
            onAlive();
            onEvent(event as WatchEvent<typeof name>);
          },
        }),
      );
      return canceller.cancel;
    },
  };
}

/** Subscribes, and again when the subscription ended without our wish: at once, then ever slower until events flow. */
async function keepWatching(
  { clock, cancellation, isOver }: { clock: Clock; cancellation: Cancellation; isOver: () => boolean },
  subscribe: (onAlive: () => void) => Promise<ResultOf<PanelContract[WatchName]>>,
): Promise<void> {
  let failures = 0;
  while (!isOver()) {
    const result = await subscribe(() => {
      failures = 0;
    });
    if (isOver() || (!result.ok && FINAL.includes(result.error.code))) return;
    if (failures > 0) await wait(clock, backoff(failures - 1, RESUBSCRIBE), cancellation);
    failures += 1;
  }
}
