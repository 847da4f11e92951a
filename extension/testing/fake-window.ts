interface Received {
  readonly data: unknown;
  readonly source?: unknown;
  readonly origin?: string;
}

/** As much of a page's window as posting messages to oneself takes. */
export class FakeWindow {
  readonly location: { readonly origin: string };
  readonly posted: { readonly message: unknown; readonly targetOrigin: string }[] = [];
  readonly #listeners = new Set<(event: unknown) => void>();

  constructor(origin: string) {
    this.location = { origin };
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  addEventListener(_: 'message', listener: (event: unknown) => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: 'message', listener: (event: unknown) => void): void {
    this.#listeners.delete(listener);
  }

  /** As document.open() does. */
  forgetListeners(): void {
    this.#listeners.clear();
  }

  postMessage(message: unknown, targetOrigin: string): void {
    this.posted.push({ message, targetOrigin });
  }

  /** A message arrives, from the page itself unless something else is said. */
  receive(received: Received): void {
    for (const listener of [...this.#listeners]) listener({ source: this, origin: this.location.origin, ...received });
  }
}
