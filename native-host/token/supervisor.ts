import type { InputOf, ResultOf } from '@certbridge/shared/contract/operation.ts';
import { type Failed, fail, type PublicError } from '@certbridge/shared/contract/result.ts';
import type { CallOptions } from '@certbridge/shared/rpc/caller.ts';
import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';
import { wait } from '@certbridge/shared/rpc/wait.ts';
import type { ModuleConfig } from '../config/host-config.ts';
import type { WorkerContract } from './worker-contract.ts';
import { type WorkerOptions, WorkerProcess } from './worker-process.ts';

type Name = keyof WorkerContract & string;

/** The first death is an accident, and the next request starts the driver again at once; after that it must rest. */
const RESTS_MS = [0, 500, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** A worker that lived this long was well; its death is a first one. */
const WELL_AFTER_MS = 60_000;
/** Even a driver that may start at once does not start in a tight loop. */
const SHORTEST_PAUSE_MS = 100;

/** Keeps one driver's process: started when first needed, started again after it died, left alone while it rests. */
export class Supervisor {
  readonly module: ModuleConfig;
  readonly #options: WorkerOptions;
  /** Once a worker had to go, the next ones ask the driver again and again: perhaps it was the waiting that it did not bear. */
  #mayWait = true;
  #steppingAside = Promise.resolve();
  #worker: WorkerProcess | undefined;
  #startedAt = 0;
  #deaths = 0;
  #restUntil = 0;
  #lastReason: PublicError | undefined;
  #closed = false;

  constructor(module: ModuleConfig, options: WorkerOptions) {
    this.module = module;
    this.#options = options;
  }

  /** Always answers: when the driver dies or hangs under the request, by that error. */
  call<N extends Name>(
    name: N,
    input: InputOf<WorkerContract[N]>,
    options: CallOptions<WorkerContract[N]> = {},
  ): Promise<ResultOf<WorkerContract[N]>> {
    const refused = this.#refusal();
    if (refused) return Promise.resolve(refused as ResultOf<WorkerContract[N]>);
    const worker = this.#worker ?? this.#start();
    const answer = worker.caller.call(name, input, options);
    worker.watchOver();
    return answer;
  }

  /** Before a driver must be finalised in the midst of a verb: from now on no thread waits in it. */
  stopWaiting(): Promise<void> {
    if (this.module.slotEvents === 'wait' && this.#mayWait) this.#steppingAside = this.#stepAside();
    return this.#steppingAside;
  }

  async #stepAside(): Promise<void> {
    this.#mayWait = false;
    const worker = this.#worker;
    const answer = await worker?.caller.call('tokens.stopWaiting', {});
    if (answer?.ok && answer.value.inDriver) worker?.retire();
  }

  /** For a verb that ran into its time limit: its call still holds the driver, which must start afresh. */
  restart(): void {
    this.#worker?.stuck();
  }

  /** Resolves when asking again makes sense. */
  rested(cancellation: Cancellation): Promise<void> {
    return wait(this.#options.clock, Math.max(this.#restLeft(), SHORTEST_PAUSE_MS), cancellation);
  }

  close(): void {
    this.#closed = true;
    this.#worker?.kill();
  }

  #refusal(): Failed | undefined {
    if (this.#closed) return fail('CONNECTION_LOST');
    if (this.#worker || !this.#lastReason || this.#restLeft() <= 0) return undefined;
    return { ok: false, error: this.#lastReason };
  }

  #restLeft(): number {
    return this.#restUntil - this.#options.clock.now();
  }

  #start(): WorkerProcess {
    const { clock } = this.#options;
    this.#startedAt = clock.now();
    const module = this.#mayWait ? this.module : polled(this.module);
    const worker = new WorkerProcess(module, this.#options, (reason) => {
      this.#worker = undefined;
      this.#mayWait = false;
      // It was ended by us, and well.
      if (reason.code === 'CANCELLED') return;
      this.#lastReason = reason;
      if (clock.now() - this.#startedAt > WELL_AFTER_MS) this.#deaths = 0;
      this.#restUntil = clock.now() + (RESTS_MS[Math.min(this.#deaths, RESTS_MS.length - 1)] ?? 0);
      this.#deaths += 1;
    });
    this.#worker = worker;
    return worker;
  }
}

function polled(module: ModuleConfig): ModuleConfig {
  return module.slotEvents === 'wait' ? { ...module, slotEvents: 'poll' } : module;
}
