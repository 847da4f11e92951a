import type { Writable } from 'node:stream';
import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { ToClient } from '@certbridge/shared/contract/wire.ts';
import type { Log } from '../log.ts';
import { frameOf } from './frame-reader.ts';

const utf8 = new TextEncoder();

/** Puts messages on the wire, each under the browser's cap, and says when the browser is slower than we are. */
export class MessageWriter {
  readonly #stream: Writable;
  readonly #log: Log;

  constructor(stream: Writable, log: Log) {
    this.#stream = stream;
    this.#log = log;
  }

  /** True while the browser has not taken what was written. */
  get blocked(): boolean {
    return this.#stream.writableNeedDrain;
  }

  send(message: ToClient): void {
    const payload = this.#fitting(message);
    if (payload && this.#stream.writable) this.#stream.write(frameOf(payload));
  }

  onDrain(callback: () => void): void {
    this.#stream.on('drain', callback);
  }

  /** Resolves when everything that was sent has left this process, or can't any more. */
  flushed(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.#stream.writable) resolve();
      else this.#stream.write(new Uint8Array(0), () => resolve());
    });
  }

  /** Chrome closes the port at a message above its cap: better one named error than a lost connection. */
  #fitting(message: ToClient): Uint8Array | undefined {
    const payload = utf8.encode(JSON.stringify(message));
    if (payload.length <= LIMITS.hostToBrowserBytes) return payload;
    this.#log(`message of ${payload.length} bytes is above the cap`);
    if (message.type !== 'reply') return undefined;
    const result = fail('REPLY_TOO_LARGE', { values: { limit: LIMITS.hostToBrowserBytes } });
    return utf8.encode(JSON.stringify({ type: 'reply', id: message.id, result } satisfies ToClient));
  }
}
