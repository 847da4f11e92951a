import { PassThrough } from 'node:stream';

/** A place for a log to go, and what has arrived there. */
export function capturedLog() {
  const lines: string[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => lines.push(chunk.toString('utf8')));
  return { stream, text: () => lines.join('') };
}
