type Listener<Argument> = (argument: Argument) => void;

/** One end of a port that the test holds the other end of. */
export class FakePort {
  readonly name: string;
  readonly sender: chrome.runtime.MessageSender | undefined;
  readonly sent: unknown[] = [];
  disconnected = false;
  readonly #onMessage = new Set<Listener<unknown>>();
  readonly #onDisconnect = new Set<Listener<FakePort>>();
  readonly onMessage = { addListener: (listener: Listener<unknown>) => void this.#onMessage.add(listener) };
  readonly onDisconnect = { addListener: (listener: Listener<FakePort>) => void this.#onDisconnect.add(listener) };

  constructor(name = 'certbridge', sender?: chrome.runtime.MessageSender) {
    this.name = name;
    this.sender = sender;
  }

  postMessage(message: unknown): void {
    if (this.disconnected) throw new Error('Attempting to use a disconnected port object');
    this.sent.push(message);
  }

  /** Our own end closes it: as in the browser, only the other end is told. */
  disconnect(): void {
    this.disconnected = true;
  }

  /** The other end says something. */
  hear(message: unknown): void {
    for (const listener of this.#onMessage) listener(message);
  }

  /** The other end is gone. */
  drop(): void {
    this.disconnected = true;
    for (const listener of this.#onDisconnect) listener(this);
  }

  asPort(): chrome.runtime.Port {
    return this as unknown as chrome.runtime.Port;
  }
}
