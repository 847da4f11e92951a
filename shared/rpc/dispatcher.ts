import { LIMITS } from '../contract/limits.ts';
import type { AnyOperation, Contract, EventOf, InputOf, OperationName, ResultOf } from '../contract/operation.ts';
import { type Failed, fail, type Result } from '../contract/result.ts';
import { type RequestMessage, requestId, type ToClient, toServer } from '../contract/wire.ts';
import { type Cancellation, type Canceller, createCanceller } from './cancellation.ts';
import { checkedReply } from './checked-reply.ts';
import type { Clock } from './clock.ts';
import { issuesOf } from './issues-of.ts';
import { refuseGaps } from './refuse-gaps.ts';
import { utf8Length } from './utf8-length.ts';

/** What a handler is given beside its input. */
export interface CallContext<O extends AnyOperation, Peer> {
  /** Who speaks, as attested by the transport; never taken from a message. */
  readonly peer: Peer;
  readonly cancellation: Cancellation;
  emit(event: EventOf<O>): void;
}

export type Handler<O extends AnyOperation, Peer> = (
  input: InputOf<O>,
  context: CallContext<O, Peer>,
) => Promise<ResultOf<O>>;

/** Complete by type, and checked once more at start. */
export type Handlers<C extends Contract, Peer> = { readonly [Name in OperationName<C>]: Handler<C[Name], Peer> };

export interface DispatcherOptions<C extends Contract, Peer> {
  readonly contract: C;
  readonly handlers: Handlers<C, Peer>;
  /** The table of who may call what. There is no default pass: it must say yes. */
  readonly admits: (peer: Peer, operation: OperationName<C>) => true | Failed;
  readonly clock: Clock;
  /** Faults of our own (a handler threw, a reply broke the contract), for the log; never for the caller. */
  readonly report: (fault: { readonly operation: string; readonly cause: unknown }) => void;
}

export interface Connection {
  receive(message: unknown): void;
  /** The other side is gone: everything that it asked for is cancelled, and nothing more is sent. */
  close(): void;
}

export class Dispatcher<C extends Contract, Peer> {
  readonly #options: DispatcherOptions<C, Peer>;

  /** Refuses to exist while a handler is missing or one handles nothing. */
  constructor(options: DispatcherOptions<C, Peer>) {
    refuseGaps(options.contract, options.handlers);
    this.#options = options;
  }

  connect(peer: Peer, send: (message: ToClient) => void): Connection {
    const open = new Map<string, Canceller>();
    let closed = false;
    const post = (message: ToClient) => {
      if (!closed) send(message);
    };
    return {
      receive: (message) => {
        const read = toServer.safeParse(message);
        if (!read.success) {
          post(unreadable(message, issuesOf(read.error)));
        } else if (read.data.type === 'cancel') {
          open.get(read.data.id)?.cancel();
        } else {
          this.#begin({ peer, open, post }, read.data);
        }
      },
      close: () => {
        closed = true;
        for (const canceller of open.values()) canceller.cancel();
        open.clear();
      },
    };
  }

  #begin(line: Line<Peer>, request: RequestMessage): void {
    const refused = this.#refusal(line, request);
    if (refused) {
      line.post({ type: 'reply', id: request.id, result: refused });
      return;
    }
    const operation = this.#options.contract[request.operation] as AnyOperation;
    const input = operation.input.safeParse(request.input);
    if (!input.success) {
      const result = fail('INPUT_INVALID', { issues: issuesOf(input.error) });
      line.post({ type: 'reply', id: request.id, result });
      return;
    }
    this.#run(line, { request, operation, input: input.data });
  }

  #refusal(line: Line<Peer>, request: RequestMessage): Failed | undefined {
    if (line.open.has(request.id)) return fail('REQUEST_ID_IN_USE');
    if (line.open.size >= LIMITS.openRequests) return fail('TOO_MANY_REQUESTS');
    if (!Object.hasOwn(this.#options.contract, request.operation)) return fail('OPERATION_UNKNOWN');
    const admitted = this.#options.admits(line.peer, request.operation as OperationName<C>);
    if (admitted !== true) return admitted;
    const limit = this.#options.contract[request.operation]?.sizeLimitBytes.request ?? 0;
    if (utf8Length(JSON.stringify(request.input ?? null)) > limit)
      return fail('FRAME_TOO_LARGE', { values: { limit } });
    return undefined;
  }

  #run(line: Line<Peer>, work: Work): void {
    const { request, operation } = work;
    const canceller = createCanceller();
    let stopClock = () => {};
    const settle = (result: Result<unknown>) => {
      if (line.open.get(request.id) !== canceller) return;
      line.open.delete(request.id);
      stopClock();
      line.post({ type: 'reply', id: request.id, result });
    };
    line.open.set(request.id, canceller);
    const wait = timeLimit(operation, request);
    if (wait !== undefined) {
      stopClock = this.#options.clock.after(wait, () => {
        settle(fail('DEADLINE_EXCEEDED', { values: { ms: wait } }));
        canceller.cancel();
      });
    }
    const context = {
      peer: line.peer,
      cancellation: canceller.cancellation,
      emit: (event: unknown) => this.#emit(line, { ...work, canceller }, event),
    };
    const handler = this.#options.handlers[request.operation as OperationName<C>] as unknown as Handler<
      AnyOperation,
      Peer
    >;
    // Begun at once: what arrived first has begun before the next is looked at, as a request behind its hello needs it.
    new Promise<Result<unknown>>((resolve) => resolve(handler(work.input, context as CallContext<AnyOperation, Peer>)))
      .then((result) =>
        checkedReply(operation, result, (cause) => this.#options.report({ operation: request.operation, cause })),
      )
      .catch((cause: unknown) => {
        this.#options.report({ operation: request.operation, cause });
        return fail('INTERNAL');
      })
      // Work that got done is said to be done even when the user cancelled; anything else is his cancel, not an error.
      .then((result) => settle(canceller.cancellation.cancelled && !result.ok ? fail('CANCELLED') : result));
  }

  #emit(line: Line<Peer>, work: Work & { canceller: Canceller }, event: unknown): void {
    if (line.open.get(work.request.id) !== work.canceller) return;
    const checked = work.operation.event?.safeParse(event);
    if (!checked?.success) {
      this.#options.report({ operation: work.request.operation, cause: checked?.error ?? 'event not declared' });
      return;
    }
    line.post({ type: 'event', id: work.request.id, value: checked.data });
  }
}

interface Line<Peer> {
  readonly peer: Peer;
  /** By id. */
  readonly open: Map<string, Canceller>;
  post(message: ToClient): void;
}

interface Work {
  readonly request: RequestMessage;
  readonly operation: AnyOperation;
  readonly input: unknown;
}

function timeLimit(operation: AnyOperation, request: RequestMessage): number | undefined {
  if (operation.timeLimitMs === 'until-cancelled') return request.waitMs;
  return Math.min(operation.timeLimitMs, request.waitMs ?? operation.timeLimitMs);
}

/** Answers the request if at least its id can be read, otherwise the connection. */
function unreadable(message: unknown, issues: ReturnType<typeof issuesOf>): ToClient {
  const failed = fail('MESSAGE_MALFORMED', { issues });
  const id = readableId(message);
  return id === undefined ? { type: 'notice', error: failed.error } : { type: 'reply', id, result: failed };
}

function readableId(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('id' in message)) return undefined;
  const id = requestId.safeParse(message.id);
  return id.success ? id.data : undefined;
}
