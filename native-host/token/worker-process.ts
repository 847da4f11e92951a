import { type ChildProcess, fork } from 'node:child_process';
import { fail, type PublicError } from '@certbridge/shared/contract/result.ts';
import { Caller } from '@certbridge/shared/rpc/caller.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { dataDirFor } from '../config/data-dir.ts';
import type { ModuleConfig } from '../config/host-config.ts';
import type { Log } from '../log.ts';
import { driverName } from './worker/claim-driver.ts';
import { type WorkerContract, workerContract } from './worker-contract.ts';

export interface WorkerOptions {
  readonly entry: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a driver may hold its process up before it counts as hanging. */
  readonly hangAfterMs: number;
}

/** Between two signs of life, while something is asked of the worker. An idle worker is not disturbed. */
const PROBE_EVERY_MS = 2_000;
/** What is answered sooner is a sign of life itself. */
const FIRST_PROBE_AFTER_MS = 250;

/** One running token worker. When it ends, by itself or by us, every open request ends with the reason. */
export class WorkerProcess {
  readonly #module: ModuleConfig;
  readonly #options: WorkerOptions;
  readonly #child: ChildProcess;
  readonly #onEnd: (reason: PublicError) => void;
  readonly caller: Caller<WorkerContract>;
  #ended = false;
  #probing = false;
  #forgetNextProbe: () => void = () => undefined;

  constructor(module: ModuleConfig, options: WorkerOptions, onEnd: (reason: PublicError) => void) {
    this.#module = module;
    this.#options = options;
    this.#onEnd = onEnd;
    const { env, ...told } = module;
    const name = driverName(module, dataDirFor(process.env));
    this.#child = fork(options.entry, [JSON.stringify(told), name], {
      env: { ...process.env, ...env },
      execArgv: [],
      // A driver that prints must not print into the browser's protocol: its stdout is our stderr.
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    this.caller = new Caller({
      contract: workerContract,
      post: (message) => {
        if (!this.#child.connected) throw new Error('worker is gone');
        this.#child.send(message, () => undefined);
      },
      clock: options.clock,
      report: (error) => options.log(`worker ${module.id} said: ${error.code}`),
    });
    this.#child.on('message', (message) => this.caller.receive(message));
    this.#child.once('error', () => this.#end('MODULE_CRASHED', 'spawn'));
    this.#child.once('exit', (code, signal) => this.#end('MODULE_CRASHED', signal ?? `exit ${code}`));
  }

  /** Call after each request: from then on the worker must give signs of life until nothing is asked of it. */
  watchOver(): void {
    if (this.#probing || this.#ended) return;
    // One chain of probes, however many requests: this one takes the place of the next that was due.
    this.#probeIn(FIRST_PROBE_AFTER_MS);
  }

  #probeIn(ms: number): void {
    this.#forgetNextProbe();
    this.#forgetNextProbe = this.#options.clock.after(ms, () => this.#probe());
  }

  #probe(): void {
    if (this.#ended || this.caller.openRequests === 0) return;
    this.#probing = true;
    const { hangAfterMs } = this.#options;
    this.caller.call('ping', {}, { waitMs: hangAfterMs }).then((answer) => {
      this.#probing = false;
      if (this.#ended) return;
      if (!answer.ok) this.#end('MODULE_NOT_RESPONDING', `${hangAfterMs} ms`);
      else if (this.caller.openRequests > 0) this.#probeIn(PROBE_EVERY_MS);
    });
  }

  /** The host is closing: nobody waits for a reason. */
  kill(): void {
    this.#ended = true;
    this.#child.kill('SIGKILL');
  }

  /** A call in it never came back, though the process itself answers: nothing else would ever get its turn. */
  stuck(): void {
    this.#end('MODULE_NOT_RESPONDING', 'deadline');
  }

  /** Does nothing any more, as it said itself. What was still asked of it was not begun. */
  retire(): void {
    this.#end('CANCELLED', 'worker renewed');
  }

  #end(code: 'MODULE_CRASHED' | 'MODULE_NOT_RESPONDING' | 'CANCELLED', support: string): void {
    if (this.#ended) return;
    this.kill();
    this.#options.log(`worker ${this.#module.id}: ${code} (${support})`);
    const reason = fail(code, { values: { module: this.#module.name }, support }).error;
    this.#onEnd(reason);
    this.caller.disconnected(reason);
  }
}
