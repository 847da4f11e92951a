/** A signal that reaches us twice, from the terminal and through the process that started us, is one wish. */
const SAME_WISH_MS = 500;

export interface StopRequests {
  /** The first wish: stop in order. */
  readonly signal: AbortSignal;
  /** The second wish: stop now. */
  readonly endNow: AbortSignal;
}

export function stopRequests(from: NodeJS.EventEmitter): StopRequests {
  const first = new AbortController();
  const second = new AbortController();
  let firstAt = 0;
  const ask = () => {
    if (!first.signal.aborted) {
      firstAt = performance.now();
      first.abort();
    } else if (performance.now() - firstAt > SAME_WISH_MS) {
      second.abort();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) from.on(signal, ask);
  // The process that started us has died: nobody is there to press Ctrl-C any more.
  from.on('disconnect', ask);
  return { signal: first.signal, endNow: second.signal };
}
