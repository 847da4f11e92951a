import type { Readable } from 'node:stream';
import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { ToClient } from '@certbridge/shared/contract/wire.ts';
import type { Connection } from '@certbridge/shared/rpc/dispatcher.ts';
import { decodeMessage } from './decode-message.ts';
import { FrameReader } from './frame-reader.ts';
import type { MessageWriter } from './message-writer.ts';

/**
 * Serves one browser connection until the browser closes it. What can't be read is answered by name, and the next
 * frame is read as if nothing had been.
 */
export function serveStdio(
  input: Readable,
  writer: MessageWriter,
  connect: (send: (message: ToClient) => void) => Connection,
): Promise<void> {
  const send = (message: ToClient) => writer.send(message);
  const connection = connect(send);
  const reader = new FrameReader(LIMITS.browserToHostBytes, {
    frame: (payload) => {
      const message = decodeMessage(payload);
      if (message.ok) connection.receive(message.value);
      else send({ type: 'notice', error: message.error });
    },
    oversized: () =>
      send({
        type: 'notice',
        error: fail('FRAME_TOO_LARGE', { values: { limit: LIMITS.browserToHostBytes } }).error,
      }),
  });
  return new Promise((resolve) => {
    const end = () => {
      if (reader.insideFrame) send({ type: 'notice', error: fail('FRAME_TRUNCATED').error });
      connection.close();
      resolve();
    };
    input.on('data', (chunk: Buffer) => {
      reader.push(chunk);
      // A browser that does not read our answers is not asked for more questions.
      if (writer.blocked) input.pause();
    });
    writer.onDrain(() => input.resume());
    input.once('end', end);
    input.once('error', end);
  });
}
