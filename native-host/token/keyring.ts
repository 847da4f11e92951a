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
import { listOf, SharedWatch } from './shared-watch.ts';
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
type Located = Result<Supervisor, 'KEY_NOT_FOUND' | 'WORK_ORDER_OTHER_KEY'>;

/** All keys of all drivers. */
export class Keyring {
  readonly #supervisors: readonly Supervisor[];
  readonly #shared: SharedWatch;
  readonly #clock: Clock;
  /** Where a serial was last found: asked first, and not believed without asking. */
  readonly #whereabouts = new Map<string, Supervisor>();

  constructor(modules: readonly ModuleConfig[], options: WorkerOptions) {
    this.#supervisors = modules.map((module) => new Supervisor(module, options));
    this.#shared = new SharedWatch(this.#supervisors);
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

  /** A verb on the key that its work order names. The order was checked, at the host's door. */
  async byOrder<Name extends OrderedVerbName>(
    name: Name,
    input: InputOf<WorkerContract[Name]>,
    options: CallOptions<WorkerContract[Name]>,
  ): Promise<ResultOf<WorkerContract[Name]>> {
    const located = await this.#locate(input.claims.serial, options.cancellation);
    if (!located.ok) return located as ResultOf<WorkerContract[Name]>;
    return orRestart(located.value, located.value.call(name, input, options));
  }

  /** Is the order's key plugged, and can it be told from the others? Blank keys count, for the maker's desk. */
  async locate(
    serial: string,
    cancellation: Cancellation,
  ): Promise<Result<true, 'KEY_NOT_FOUND' | 'WORK_ORDER_OTHER_KEY'>> {
    const located = await this.#locate(serial, cancellation);
    return located.ok ? ok(true) : located;
  }

  #supervisorOf(keyId: string): Supervisor | undefined {
    const moduleId = keyId.slice(0, keyId.indexOf(':'));
    return this.#supervisors.find(({ module }) => module.id === moduleId);
  }

  /** Two drivers may show the same key: the first one works it. Two keys of one driver with one serial: neither. */
  async #locate(serial: string, cancellation: Cancellation | undefined): Promise<Located> {
    const options = cancellation ? { cancellation } : {};
    const ask = async (supervisor: Supervisor) => {
      const answer = await supervisor.call('token.find', { serial }, options);
      return { supervisor, ...(answer.ok ? answer.value : { found: 0, others: 0 }) };
    };
    const known = this.#whereabouts.get(serial);
    if (known && (await ask(known)).found === 1) return ok(known);
    const answers = await Promise.all(this.#supervisors.map(ask));
    const first = answers.find(({ found }) => found > 0);
    if (!first) return fail(answers.some(({ others }) => others > 0) ? 'WORK_ORDER_OTHER_KEY' : 'KEY_NOT_FOUND');
    if (first.found > 1) return fail('WORK_ORDER_OTHER_KEY', { support: 'two keys with one serial' });
    this.#whereabouts.set(serial, first.supervisor);
    return ok(first.supervisor);
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
