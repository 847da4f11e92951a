import type { AnyOperation, Contract, EventOf, InputOf, OperationName, ResultOf } from '../contract/operation.ts';
import { fail, type PublicError, type Result } from '../contract/result.ts';
import { type ReplyMessage, type ToServer, toClient } from '../contract/wire.ts';
import type { Cancellation } from './cancellation.ts';
import type { Clock } from './clock.ts';
import { issuesOf } from './issues-of.ts';

export interface CallOptions<O extends AnyOperation> {
  readonly cancellation?: Cancellation;
  readonly onEvent?: (event: EventOf<O>) => void;
  /** How long to wait, if shorter than the operation's own limit. */
  readonly waitMs?: number;
}

export interface CallerOptions<C extends Contract> {
  readonly contract: C;
  /** Hands a message to the transport; may throw when the transport is gone. */
  readonly post: (message: ToServer) => void;
  readonly clock: Clock;
  /** What the other side said about the connection, or what it said that broke the contract; for the log. */
  readonly report: (error: PublicError) => void;
}

interface Pending {
  readonly operation: AnyOperation;
  readonly onEvent: ((event: unknown) => void) | undefined;
  settle(result: Result<unknown>): void;
}

/** The typed client of one connection: derived from the contract, nothing is written by hand for an operation. */
export class Caller<C extends Contract> {
  readonly #options: CallerOptions<C>;
  readonly #pending = new Map<string, Pending>();
  #counter = 0;

  constructor(options: CallerOptions<C>) {
    this.#options = options;
  }

  get openRequests(): number {
    return this.#pending.size;
  }

  /** Always resolves, and never later than the operation's limit: a lost reply is a named error too. */
  call<Name extends OperationName<C>>(
    name: Name,
    input: InputOf<C[Name]>,
    options: CallOptions<C[Name]> = {},
  ): Promise<ResultOf<C[Name]>> {
    const operation = this.#options.contract[name] as AnyOperation;
    const checked = operation.input.safeParse(input);
    const answer = checked.success
      ? this.#send(name, { operation, input: checked.data }, options as CallOptions<AnyOperation>)
      : Promise.resolve(fail('INPUT_INVALID', { issues: issuesOf(checked.error) }));
    return answer as Promise<ResultOf<C[Name]>>;
  }

  /** Everything that arrives from the transport. */
  receive(message: unknown): void {
    const read = toClient.safeParse(message);
    if (!read.success) {
      this.#options.report(fail('MESSAGE_MALFORMED', { issues: issuesOf(read.error) }).error);
    } else if (read.data.type === 'notice') {
      this.#options.report(read.data.error);
    } else if (read.data.type === 'reply') {
      this.#reply(read.data);
    } else {
      this.#event(read.data.id, read.data.value);
    }
  }

  /** The connection is gone: every open request ends with that error. */
  disconnected(error: PublicError): void {
    for (const pending of [...this.#pending.values()]) pending.settle({ ok: false, error });
  }

  #send(
    name: string,
    sent: { operation: AnyOperation; input: unknown },
    options: CallOptions<AnyOperation>,
  ): Promise<Result<unknown>> {
    if (options.cancellation?.cancelled) return Promise.resolve(fail('CANCELLED'));
    const id = String(++this.#counter);
    return new Promise((resolve) => {
      const undo: (() => void)[] = [];
      const settle = (result: Result<unknown>) => {
        if (!this.#pending.delete(id)) return;
        for (const step of undo) step();
        resolve(result);
      };
      this.#pending.set(id, { operation: sent.operation, onEvent: options.onEvent as Pending['onEvent'], settle });
      const waitMs = patience(sent.operation, options);
      if (waitMs !== undefined) {
        undo.push(
          this.#options.clock.after(waitMs + GRACE_MS, () =>
            this.#abandon(id, fail('DEADLINE_EXCEEDED', { values: { ms: waitMs } })),
          ),
        );
      }
      if (options.cancellation) undo.push(options.cancellation.onCancel(() => this.#abandon(id, fail('CANCELLED'))));
      try {
        this.#options.post({
          type: 'request',
          id,
          operation: name,
          input: sent.input,
          ...(options.waitMs ? { waitMs: options.waitMs } : {}),
        });
      } catch {
        settle(fail('CONNECTION_LOST'));
      }
    });
  }

  /** The caller's own end comes first: whatever the other side says later, a cancel stays a cancel. */
  #abandon(id: string, result: Result<unknown>): void {
    this.#pending.get(id)?.settle(result);
    try {
      this.#options.post({ type: 'cancel', id });
    } catch {
      // The connection is gone, and with it the work.
    }
  }

  #reply(message: ReplyMessage): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if (!message.result.ok) {
      pending.settle(message.result as Result<unknown>);
      return;
    }
    const output = pending.operation.output.safeParse(message.result.value);
    pending.settle(
      output.success ? { ok: true, value: output.data } : fail('REPLY_INVALID', { issues: issuesOf(output.error) }),
    );
  }

  #event(id: string, value: unknown): void {
    const pending = this.#pending.get(id);
    const event = pending?.operation.event?.safeParse(value);
    if (event?.success) pending?.onEvent?.(event.data);
    else if (pending) this.#options.report(fail('REPLY_INVALID').error);
  }
}

/** The other side keeps the limit; we wait this much longer, so that its own words for it arrive first. */
const GRACE_MS = 500;

function patience(operation: AnyOperation, options: CallOptions<AnyOperation>): number | undefined {
  if (operation.timeLimitMs === 'until-cancelled') return options.waitMs;
  return Math.min(operation.timeLimitMs, options.waitMs ?? operation.timeLimitMs);
}
