import { Worker } from 'node:worker_threads';
import type { DocumentRequest } from './printing/printed.ts';
import type { PrintingAnswer, PrintingOrder } from './printing/printing-messages.ts';

export interface Printer {
  /** A PDF; the same request gives the same bytes. */
  print(request: DocumentRequest): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Waiting {
  readonly done: (pdf: Uint8Array) => void;
  readonly failed: (error: Error) => void;
}

/** A document takes a fraction of a second; one that takes this long will never be done. */
const WITHIN_MS = 60_000;

/** Documents are made in a thread beside the one that answers requests; the first of them starts it. */
export function createPrinter(): Printer {
  let thread: PrintingThread | undefined;
  return {
    print(request) {
      if (!thread?.running) thread = new PrintingThread();
      return thread.print(request);
    },
    async close() {
      await thread?.stop();
    },
  };
}

class PrintingThread {
  running = true;
  readonly #worker = new Worker(new URL('./printing/main.ts', import.meta.url));
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor() {
    this.#worker.on('message', (answer: PrintingAnswer) => this.#settle(answer));
    // An error ends the thread, and its end is what counts.
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => this.#ended());
    this.#worker.unref();
  }

  print(request: DocumentRequest): Promise<Uint8Array> {
    const id = ++this.#lastId;
    const tooLong = setTimeout(() => this.stop(), WITHIN_MS).unref();
    // Only while it works does it keep the process alive.
    this.#worker.ref();
    const printing = new Promise<Uint8Array>((done, failed) => this.#waiting.set(id, { done, failed }));
    this.#worker.postMessage({ id, request } satisfies PrintingOrder);
    return printing.finally(() => {
      clearTimeout(tooLong);
      if (this.#waiting.size === 0) this.#worker.unref();
    });
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.#worker.terminate();
  }

  #settle(answer: PrintingAnswer): void {
    const asked = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('pdf' in answer) asked?.done(answer.pdf);
    else asked?.failed(new Error(`the document was not made: ${answer.failed}`));
  }

  #ended(): void {
    this.running = false;
    for (const { failed } of this.#waiting.values()) failed(new Error('the printing thread ended'));
    this.#waiting.clear();
  }
}
