/** A host as a browser starts it, and raw messages: what is timed is the host, and not its client. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ReplyMessage, RequestMessage } from '@certbridge/shared/contract/wire.ts';
import { FrameReader, frameOf } from '../../native-host/stdio/frame-reader.ts';
import { HOST_ENTRY, OUR_ORIGIN } from '../../native-host/testing/host-process.ts';
import type { HostPlaces } from '../../tests/keys/through-host/host-desk.ts';
import { HELLO } from './hello-message.ts';

const LARGEST_MESSAGE_BYTES = 1024 * 1024;

export interface HostPort {
  /** Asks once with each input, each time after the reply; answers each round trip in milliseconds. */
  askEach(operation: string, inputs: readonly object[]): Promise<number[]>;
  close(): Promise<void>;
}

/** Watches the keys, as a panel does. */
export async function openHostPort({ configPath, dataDir }: HostPlaces): Promise<HostPort> {
  const child = spawn(process.execPath, [HOST_ENTRY, OUR_ORIGIN], {
    env: { ...process.env, CERTBRIDGE_HOST_CONFIG: configPath, CERTBRIDGE_HOST_DATA: dataDir },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  const waiting = new Map<string, (reply: ReplyMessage) => void>();
  const reader = new FrameReader(LARGEST_MESSAGE_BYTES, {
    frame: (payload) => {
      const message = JSON.parse(Buffer.from(payload).toString()) as ReplyMessage;
      if (message.type === 'reply') waiting.get(message.id)?.(message);
    },
    oversized: () => child.kill(),
  });
  child.stdout.on('data', (chunk: Buffer) => reader.push(chunk));
  const ask = (message: RequestMessage) =>
    new Promise<ReplyMessage>((resolve, reject) => {
      waiting.set(message.id, resolve);
      void ended.then(() => reject(new Error('the host ended')));
      child.stdin.write(frameOf(Buffer.from(JSON.stringify(message))));
    });
  await ask(HELLO);
  void ask({ type: 'request', id: 'watch', operation: 'keys.watch', input: {} }).catch(() => undefined);
  return {
    askEach: async (operation, inputs) => {
      const samples: number[] = [];
      for (const [turn, input] of inputs.entries()) {
        const began = performance.now();
        const { result } = await ask({ type: 'request', id: `${operation}-${turn}`, operation, input });
        samples.push(performance.now() - began);
        if (!result.ok) throw new Error(JSON.stringify(result));
      }
      return samples;
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
