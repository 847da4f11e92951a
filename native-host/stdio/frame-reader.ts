import { endianness } from 'node:os';

/** Bytes in front of each message: its length, as an unsigned 32-bit number in the machine's own order. */
const HEADER_BYTES = 4;
const LITTLE_ENDIAN = endianness() === 'LE';

export interface FrameSink {
  frame(payload: Uint8Array): void;
  /** A frame above the cap was announced; its bytes pass by unread. */
  oversized(lengthBytes: number): void;
}

/**
 * Takes native messages out of a stream of bytes, however it is cut. Never holds more than one frame of the cap's
 * size: a length that nobody should send costs no memory.
 */
export class FrameReader {
  readonly #limitBytes: number;
  readonly #sink: FrameSink;
  readonly #header = new Uint8Array(HEADER_BYTES);
  #headerFilled = 0;
  #payload: Uint8Array | undefined;
  #payloadFilled = 0;
  #toSkip = 0;

  constructor(limitBytes: number, sink: FrameSink) {
    this.#limitBytes = limitBytes;
    this.#sink = sink;
  }

  /** True between the first byte of a frame and its last: a stream that ends there was cut. */
  get insideFrame(): boolean {
    return this.#headerFilled > 0 || this.#payload !== undefined || this.#toSkip > 0;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) at += this.#take(chunk.subarray(at));
  }

  #take(bytes: Uint8Array): number {
    if (this.#toSkip > 0) {
      const skipped = Math.min(this.#toSkip, bytes.length);
      this.#toSkip -= skipped;
      return skipped;
    }
    return this.#payload ? this.#fillPayload(this.#payload, bytes) : this.#fillHeader(bytes);
  }

  #fillHeader(bytes: Uint8Array): number {
    const taken = copyInto(this.#header, this.#headerFilled, bytes);
    this.#headerFilled += taken;
    if (this.#headerFilled === HEADER_BYTES) {
      this.#headerFilled = 0;
      this.#announce(new DataView(this.#header.buffer).getUint32(0, LITTLE_ENDIAN));
    }
    return taken;
  }

  #announce(lengthBytes: number): void {
    if (lengthBytes > this.#limitBytes) {
      this.#toSkip = lengthBytes;
      this.#sink.oversized(lengthBytes);
    } else if (lengthBytes === 0) {
      this.#sink.frame(new Uint8Array(0));
    } else {
      this.#payload = new Uint8Array(lengthBytes);
      this.#payloadFilled = 0;
    }
  }

  #fillPayload(payload: Uint8Array, bytes: Uint8Array): number {
    const taken = copyInto(payload, this.#payloadFilled, bytes);
    this.#payloadFilled += taken;
    if (this.#payloadFilled === payload.length) {
      this.#payload = undefined;
      this.#sink.frame(payload);
    }
    return taken;
  }
}

function copyInto(target: Uint8Array, from: number, bytes: Uint8Array): number {
  const taken = Math.min(target.length - from, bytes.length);
  target.set(bytes.subarray(0, taken), from);
  return taken;
}

/** A frame as it stands on the wire. */
export function frameOf(payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEADER_BYTES + payload.length);
  new DataView(frame.buffer).setUint32(0, payload.length, LITTLE_ENDIAN);
  frame.set(payload, HEADER_BYTES);
  return frame;
}
