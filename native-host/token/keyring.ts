import type { KeyEvent, KeyList } from '@certbridge/shared/contract/key-events.ts';
import type { NativeContract } from '@certbridge/shared/contract/native.ts';
import type { InputOf, ResultOf } from '@certbridge/shared/contract/operation.ts';
import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { CallOptions } from '@certbridge/shared/rpc/caller.ts';
import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { wait } from '@certbridge/shared/rpc/wait.ts';
import type { ModuleConfig } from '../config/host-config.ts';
import { keyChanges } from './key-changes.ts';
import { type Found, KeyFinder } from './key-finder.ts';
import { listOf, SharedWatch } from './shared-watch.ts';
import { type SignOnceKeptOptions, signOnceKept } from './sign-once-kept.ts';
import { Supervisor } from './supervisor.ts';
import type { DriverView, WorkerContract } from './worker-contract.ts';
import type { WorkerOptions } from './worker-process.ts';

/** A watch shows its first list even if a driver is still silent; what that driver has comes as insertions. */
const LIST_AFTER_MS = 1_500;

export interface WatchOptions {
  readonly emit: (event: KeyEvent) => void;
  readonly cancellation: Cancellation;
}

type Verb = Exclude<keyof WorkerContract, 'ping' | `token${string}`>;
type KeyVerbName = Extract<Verb, 'pin.verify' | 'renewal.state' | 'key.identify'>;
type OrderedVerbName = Exclude<Verb, KeyVerbName>;

/** All keys of all drivers. */
export class Keyring {
  readonly #supervisors: readonly Supervisor[];
  readonly #shared: SharedWatch;
  readonly #clock: Clock;
  readonly #finder: KeyFinder;

  constructor(modules: readonly ModuleConfig[], options: WorkerOptions) {
    this.#supervisors = modules.map((module) => new Supervisor(module, options));
    this.#shared = new SharedWatch(this.#supervisors);
    this.#finder = new KeyFinder(this.#supervisors, (serial) => this.#shared.holderOf(serial));
    this.#clock = options.clock;
  }

  get isEmpty(): boolean {
    return this.#supervisors.length === 0;
  }

  /** Asks every driver at the same time; one that dies or hangs is a trouble in the list. */
  async list(cancellation: Cancellation): Promise<KeyList> {
    const views = new Map<string, DriverView>();
    await Promise.all(
      this.#supervisors.map(async (supervisor) => {
        const view = await supervisor.call('tokens.list', {}, { cancellation });
        views.set(supervisor.module.id, view.ok ? view.value : { keys: [], fault: view.error });
      }),
    );
    return listOf(this.#supervisors, (id) => views.get(id));
  }

  async read(keyId: string, cancellation: Cancellation): Promise<ResultOf<NativeContract['key.read']>> {
    const supervisor = this.#supervisorOf(keyId);
    if (!supervisor) return fail('KEY_NOT_FOUND');
    return supervisor.call('token.read', { keyId }, { cancellation });
  }

  /** A verb on the key that the input names. */
  async onKey<Name extends KeyVerbName>(
    name: Name,
    input: InputOf<WorkerContract[Name]>,
    options: CallOptions<WorkerContract[Name]>,
  ): Promise<ResultOf<WorkerContract[Name]>> {
    const supervisor = this.#supervisorOf(input.keyId);
    if (!supervisor) return fail('KEY_NOT_FOUND') as ResultOf<WorkerContract[Name]>;
    return orRestart(supervisor, supervisor.call(name, input, options));
  }

  /** A verb on the key that its work order names. The order was checked, and the key looked for, at the host's door. */
  async byOrder<Name extends OrderedVerbName>(
    name: Name,
    input: InputOf<WorkerContract[Name]>,
    options: CallOptions<WorkerContract[Name]>,
  ): Promise<ResultOf<WorkerContract[Name]>> {
    const located = await this.#finder.place(input.claims.serial, options.cancellation);
    if (!located.ok) return located as ResultOf<WorkerContract[Name]>;
    // C_InitToken leaves drivers (OpenSC) with an old picture of the key, until they are initialised again.
    if (name === 'making.initialise') await located.value.stopWaiting();
    return orRestart(located.value, located.value.call(name, input, options));
  }

  /** As `byOrder`, from when the order is spent; the key signs when it also outlives a power cut. */
  async signOnceKept(
    input: InputOf<WorkerContract['application.sign']>,
    options: SignOnceKeptOptions,
  ): Promise<ResultOf<WorkerContract['application.sign']>> {
    const located = await this.#finder.place(input.claims.serial, options.cancellation);
    if (!located.ok) return located as ResultOf<WorkerContract['application.sign']>;
    return orRestart(located.value, signOnceKept(located.value, input, options));
  }

  /** Is the order's key plugged, and can it be told from the others? Blank keys count, for the maker's desk. */
  async locate(serial: string, cancellation: Cancellation): Promise<Found<true>> {
    const located = await this.#finder.find(serial, cancellation);
    return located.ok ? ok(true) : located;
  }

  #supervisorOf(keyId: string): Supervisor | undefined {
    const moduleId = keyId.slice(0, keyId.indexOf(':'));
    return this.#supervisors.find(({ module }) => module.id === moduleId);
  }

  /** The list first, then every change, until cancelled. */
  async watch({ emit, cancellation }: WatchOptions): Promise<void> {
    let told: KeyList | undefined;
    const begin = () => {
      told = this.#shared.list;
      emit({ type: 'list', list: told });
    };
    const update = () => {
      if (!told) {
        if (this.#shared.complete) begin();
        return;
      }
      const now = this.#shared.list;
      const changes = keyChanges(told, now);
      told = now;
      for (const change of changes) emit(change);
    };
    const unsubscribe = this.#shared.subscribe(update);
    update();
    await wait(this.#clock, LIST_AFTER_MS, cancellation);
    if (!cancellation.cancelled && !told) begin();
    await new Promise<void>((resolve) => {
      cancellation.onCancel(resolve);
    });
    unsubscribe();
  }

  close(): void {
    for (const supervisor of this.#supervisors) supervisor.close();
  }
}

/** A verb past its time limit still holds the driver: nothing else would get its turn. */
async function orRestart<Answer extends Result<unknown>>(
  supervisor: Supervisor,
  answer: Promise<Answer>,
): Promise<Answer> {
  const result = await answer;
  if (!result.ok && result.error.code === 'DEADLINE_EXCEEDED') supervisor.restart();
  return result;
}
