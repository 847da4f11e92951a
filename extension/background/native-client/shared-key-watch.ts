import type { KeyEvent, KeyList } from '@certbridge/shared/contract/key-events.ts';
import { HOST_NAME } from '@certbridge/shared/contract/native.ts';
import { type Cancellation, type Canceller, createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { applyKeyEvent } from './apply-key-event.ts';
import { NATIVE_TIMES, type NativeClient } from './native-client.ts';

type Listener = (event: KeyEvent) => void;

/**
 * One watch on the host for all panels and popups. Whoever joins late is given the list first. When the host is lost
 * nothing is said about keys, for nothing is known; when it is back it sends the whole list again.
 */
export class SharedKeyWatch {
  readonly #native: NativeClient;
  readonly #clock: Clock;
  readonly #listeners = new Set<Listener>();
  #list: KeyList | undefined;
  #running: Canceller | undefined;

  constructor(native: NativeClient, clock: Clock) {
    this.#native = native;
    this.#clock = clock;
  }

  /** The answer leaves the watch; with the last one it ends. */
  join(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#list && this.#native.state.state === 'connected') listener({ type: 'list', list: this.#list });
    if (!this.#running) {
      this.#running = createCanceller();
      void this.#run(this.#running.cancellation);
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#running?.cancel();
      this.#running = undefined;
      this.#list = undefined;
    };
  }

  async #run(cancellation: Cancellation): Promise<void> {
    const release = this.#native.hold();
    while (!cancellation.cancelled) {
      const result = await this.#native.call(
        'keys.watch',
        {},
        { cancellation, onEvent: (event) => this.#heard(event) },
      );
      if (cancellation.cancelled) break;
      this.#list = undefined;
      if (!result.ok && result.error.code === 'NO_MODULES') this.#heard(NO_DRIVERS);
      await this.#nextTurn(cancellation);
    }
    release();
  }

  #heard(event: KeyEvent): void {
    this.#list = applyKeyEvent(this.#list, event);
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Until the host is there again; if it is there and refused the watch all the same, after a while. */
  #nextTurn(cancellation: Cancellation): Promise<void> {
    return new Promise((resolve) => {
      const undo: (() => void)[] = [];
      const go = () => {
        for (const step of undo.splice(0)) step();
        resolve();
      };
      undo.push(cancellation.onCancel(go));
      if (this.#native.state.state === 'connected') undo.push(this.#clock.after(NATIVE_TIMES.lookAgainMs, go));
      else undo.push(this.#native.onState(({ state }) => state === 'connected' && go()));
    });
  }
}

/** A host without any driver has no keys to list, and the user must be told why there are none. */
const NO_DRIVERS: KeyEvent = {
  type: 'list',
  list: { keys: [], troubles: [{ module: { id: 'host', name: HOST_NAME }, error: { code: 'NO_MODULES' } }] },
};
