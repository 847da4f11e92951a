import type { Result } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Loaded } from '../../state/panel-state.ts';
import { type Retrying, retrying } from '../../state/retrying.ts';

const NOT_LOADED = { value: undefined, error: undefined, loading: false };

/** Something that is loaded until it succeeds, and shown as it was while it is loaded anew. */
export interface Kept<Value> {
  readonly state: ReadonlySignal<Loaded<Value>>;
  load(): void;
  /** At once, when somebody pressed the button. */
  retry(): void;
  put(value: Value): void;
  /** Nothing of it may stay on the screen. */
  clear(): void;
}

export function createKept<Value>(ask: () => Promise<Result<Value>>, clock: Clock): Kept<Value> {
  const state = signal<Loaded<Value>>(NOT_LOADED);
  let loading: Retrying | undefined;

  return {
    state,
    load() {
      loading?.stop();
      loading = retrying({
        load: ask,
        clock,
        onStart() {
          state.value = { ...state.peek(), loading: true };
        },
        onResult(result) {
          state.value = result.ok
            ? { value: result.value, error: undefined, loading: false }
            : { value: state.peek().value, error: result.error, loading: false };
        },
      });
    },
    retry: () => loading?.now(),
    put(value) {
      loading?.stop();
      state.value = { value, error: undefined, loading: false };
    },
    clear() {
      loading?.stop();
      state.value = NOT_LOADED;
    },
  };
}
