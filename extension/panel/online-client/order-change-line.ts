import { orderChange } from '@certbridge/shared/contract/online/order-changes.ts';
import { type Cancellation, createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { wait } from '@certbridge/shared/rpc/wait.ts';
import { backoff } from '../../platform/backoff.ts';
import { createEventReader } from './event-stream.ts';

/** The service gives a sign of life every twenty seconds: after three that did not come, nobody is there. */
const SILENT_FOR_MS = 65_000;
const WAITS = { firstMs: 1_000, capMs: 60_000 };

export interface OrderChangeLine {
  /** Asks for the stream; rejects when there is no line. */
  readonly open: (signal: AbortSignal) => Promise<Response>;
  /** Which version the order has: at the beginning of each line, and whenever it has another one. */
  readonly onVersion: (version: number) => void;
  readonly clock: Clock;
  readonly random?: () => number;
}

/** Broken: it may come again. Refused: asking again would get the same answer. */
type End = 'broken' | 'broken-after-news' | 'refused';

/** Hears of an order's changes, over a line that is drawn anew whenever it breaks, until it is told to stop. */
export function watchOrderChanges(line: OrderChangeLine): () => void {
  const { cancellation, cancel } = createCanceller();
  void (async () => {
    for (let attempt = 0; !cancellation.cancelled; attempt += 1) {
      const end = await listen(line, cancellation);
      if (end === 'refused') return;
      if (end === 'broken-after-news') attempt = 0;
      await wait(line.clock, backoff(attempt, { ...WAITS, random: line.random ?? Math.random }), cancellation);
    }
  })();
  return cancel;
}

async function listen({ open, onVersion, clock }: OrderChangeLine, cancellation: Cancellation): Promise<End> {
  const aborting = new AbortController();
  const forget = cancellation.onCancel(() => aborting.abort());
  let silence: () => void = () => undefined;
  const heard = () => {
    silence();
    silence = clock.after(SILENT_FOR_MS, () => aborting.abort());
  };
  let news = false;
  try {
    heard();
    const response = await open(aborting.signal);
    if (isRefusal(response.status)) return 'refused';
    if (!isStream(response)) return 'broken';
    for await (const version of versionsIn(response, { heard, signal: aborting.signal })) {
      if (cancellation.cancelled) break;
      news = true;
      onVersion(version);
    }
  } catch {
    // A line that breaks is an every-day thing, and drawn anew.
  } finally {
    silence();
    forget();
    aborting.abort();
  }
  return news ? 'broken-after-news' : 'broken';
}

interface Hearing {
  /** Something came, if only a sign of life. */
  readonly heard: () => void;
  readonly signal: AbortSignal;
}

async function* versionsIn({ body }: Response, { heard, signal }: Hearing): AsyncGenerator<number> {
  const read = createEventReader();
  const letters = new TextDecoder();
  const reader = body?.getReader();
  signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined), { once: true });
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return;
    heard();
    for (const { name, data } of read(letters.decode(piece.value, { stream: true }))) {
      const version = name === 'version' ? versionIn(data) : undefined;
      if (version !== undefined) yield version;
    }
  }
}

/** Too many lines, or a slow one, are troubles of the moment. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function isStream({ status, headers }: Response): boolean {
  return status === 200 && /^text\/event-stream\b/.test(headers.get('content-type') ?? '');
}

function versionIn(data: string): number | undefined {
  try {
    return orderChange.safeParse(JSON.parse(data)).data?.version;
  } catch {
    return undefined;
  }
}
