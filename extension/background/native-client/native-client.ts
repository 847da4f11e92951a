import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import type { NativeContract } from '@certbridge/shared/contract/native.ts';
import type { ErrorOf, InputOf, OperationName, OutputOf } from '@certbridge/shared/contract/operation.ts';
import { fail, ok, type PublicError, type Result } from '@certbridge/shared/contract/result.ts';
import type { CallOptions } from '@certbridge/shared/rpc/caller.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { backoff } from '../../platform/backoff.ts';
import { type HostError, needsPerson } from './host-error.ts';
import { type NativeConnection, type NativeRuntime, openNativeConnection } from './native-connection.ts';
import { untilCancelled } from './until-cancelled.ts';

type Reached = Result<NativeConnection, HostError['code']>;

export interface NativeClientOptions {
  readonly runtime: NativeRuntime;
  readonly clock: Clock;
  readonly random: () => number;
  readonly extensionVersion: string;
  readonly report: (error: PublicError) => void;
}

/** In milliseconds. */
export const NATIVE_TIMES = {
  reconnect: { firstMs: 250, capMs: 10_000 },
  /** An installed host is noticed within this time, by itself. */
  lookAgainMs: 5_000,
  /** A port that nobody needs is kept for the next click, and no longer: it keeps the background and the host alive. */
  idleGraceMs: 5_000,
  /** A host that lived this long did not leave because of the same fault as the last time. */
  stableMs: 30_000,
} as const;

/** The host as the extension sees it: one connection shared by all who need it, and held only while somebody does. */
export class NativeClient {
  readonly #options: NativeClientOptions;
  readonly #listeners = new Set<(state: HostState) => void>();
  #state: HostState = { state: 'idle' };
  #connection: NativeConnection | undefined;
  #attempt: Promise<Reached> | undefined;
  /** Counts the connections, so that the words of a former one are not taken for the present one's. */
  #life = 0;
  #connectedAt = 0;
  #failures = 0;
  #holders = 0;
  #stopTimer = () => {};

  constructor(options: NativeClientOptions) {
    this.#options = options;
  }

  get state(): HostState {
    return this.#state;
  }

  /** Called at once with the present state and then with each change; the answer unsubscribes. */
  onState(listener: (state: HostState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  /** Wants the host to be there until the answer is called: connects, and connects again when it is lost. */
  hold(): () => void {
    this.#holders += 1;
    if (this.#holders === 1) {
      this.#stopTimer();
      void this.#reach();
    }
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holders -= 1;
      if (this.#holders === 0) this.#setTimer(NATIVE_TIMES.idleGraceMs, () => this.#rest());
    };
  }

  /** Connects if need be; a call does not wait for the next turn of the reconnection but tries at once. */
  async call<Name extends OperationName<NativeContract>>(
    name: Name,
    input: InputOf<NativeContract[Name]>,
    options: CallOptions<NativeContract[Name]> = {},
  ): Promise<Result<OutputOf<NativeContract[Name]>, ErrorOf<NativeContract[Name]> | HostError['code']>> {
    const release = this.hold();
    try {
      const reached = await untilCancelled(this.#reach(), options.cancellation);
      return reached.ok ? await reached.value.call(name, input, options) : reached;
    } finally {
      release();
    }
  }

  /** A person says that something was done about it. */
  retry(): void {
    if (this.#connection || this.#attempt) return;
    this.#failures = 0;
    this.#show({ state: 'connecting' });
    const release = this.hold();
    void this.#reach().then(release);
  }

  #reach(): Promise<Reached> {
    if (this.#connection) return Promise.resolve(ok(this.#connection));
    this.#attempt ??= this.#connect();
    return this.#attempt;
  }

  async #connect(): Promise<Reached> {
    this.#stopTimer();
    // The later attempts of a reconnection stay under its name, so that the panel does not flicker.
    if (this.#state.state === 'idle') this.#show({ state: 'connecting' });
    this.#life += 1;
    const life = this.#life;
    const connection = this.#open(life);
    const hello = await connection.hello();
    if (life !== this.#life || !hello.ok) connection.close();
    if (life !== this.#life) return fail('CONNECTION_LOST');
    this.#attempt = undefined;
    if (!hello.ok) {
      this.#failed(hello.error);
      return hello;
    }
    this.#connection = connection;
    this.#connectedAt = this.#options.clock.now();
    const { hostVersion: version, capabilities } = hello.value;
    this.#show({ state: 'connected', version, capabilities });
    if (this.#holders === 0) this.#setTimer(NATIVE_TIMES.idleGraceMs, () => this.#rest());
    return ok(connection);
  }

  #open(life: number): NativeConnection {
    return openNativeConnection({
      ...this.#options,
      onLost: (error) => {
        // Lost before hello was answered: hello itself says so.
        if (life === this.#life && this.#connection) this.#lost(error);
      },
    });
  }

  #lost(error: HostError): void {
    this.#connection = undefined;
    if (this.#options.clock.now() - this.#connectedAt >= NATIVE_TIMES.stableMs) this.#failures = 0;
    this.#failed(error);
  }

  #failed(error: HostError): void {
    if (this.#holders === 0) {
      this.#rest();
      return;
    }
    this.#failures += 1;
    const person = needsPerson(error, this.#failures);
    this.#show(person ? { state: 'unavailable', error } : { state: 'reconnecting', error, attempt: this.#failures });
    const { random } = this.#options;
    const wait = person ? NATIVE_TIMES.lookAgainMs : backoff(this.#failures - 1, { ...NATIVE_TIMES.reconnect, random });
    this.#setTimer(wait, () => void this.#reach());
  }

  /** Nobody needs the host any more. */
  #rest(): void {
    this.#stopTimer();
    this.#life += 1;
    this.#connection?.close();
    this.#connection = undefined;
    this.#attempt = undefined;
    this.#failures = 0;
    this.#show({ state: 'idle' });
  }

  /** One timer does for all: to rest when connected, to try again when not. */
  #setTimer(ms: number, callback: () => void): void {
    this.#stopTimer();
    this.#stopTimer = this.#options.clock.after(ms, callback);
  }

  #show(state: HostState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }
}
