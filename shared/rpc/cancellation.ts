/** Seen by the one who works: has the other side lost interest? */
export interface Cancellation {
  readonly cancelled: boolean;
  /** Called once, at once if it has already happened. The answer unsubscribes. */
  onCancel(callback: () => void): () => void;
}

/** Held by the one who waits. */
export interface Canceller {
  readonly cancellation: Cancellation;
  cancel(): void;
}

export function createCanceller(): Canceller {
  const callbacks = new Set<() => void>();
  let cancelled = false;
  return {
    cancellation: {
      get cancelled() {
        return cancelled;
      },
      onCancel(callback) {
        if (cancelled) {
          callback();
          return () => undefined;
        }
        callbacks.add(callback);
        return () => callbacks.delete(callback);
      },
    },
    cancel() {
      if (cancelled) return;
      cancelled = true;
      for (const callback of callbacks) callback();
      callbacks.clear();
    },
  };
}
