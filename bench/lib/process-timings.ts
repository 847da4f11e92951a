import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import type { RequestMessage } from '@certbridge/shared/contract/wire.ts';
import { FrameReader, frameOf } from '../../native-host/stdio/frame-reader.ts';

/** From starting a process until it has ended. */
export async function timeToExit(command: string, args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(command, [...args], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return performance.now() - began;
}

/** From starting a native host, as a browser does, until its first reply. Its end, by the browser's way, is not timed. */
export async function timeToFirstReply(
  command: string,
  args: readonly string[],
  message: RequestMessage,
): Promise<number> {
  const began = performance.now();
  const child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const first = new Promise<number>((resolve, reject) => {
    const reader = new FrameReader(LIMITS.hostToBrowserBytes, {
      frame: (payload) => (isRefusal(payload) ? reject(new Error('refused')) : resolve(performance.now() - began)),
      oversized: () => reject(new Error('oversized')),
    });
    child.stdout.on('data', (chunk: Buffer) => reader.push(chunk));
    child.once('error', reject);
    void ended.then(() => reject(new Error(`${command} ended without a reply`)), reject);
  });
  child.stdin.write(frameOf(new TextEncoder().encode(JSON.stringify(message))));
  try {
    return await first;
  } finally {
    child.stdin.end();
    await ended;
  }
}

/** A host that answers quickly that it will not serve is not quick. */
function isRefusal(payload: Uint8Array): boolean {
  const message = JSON.parse(new TextDecoder().decode(payload));
  return message.type === 'notice' || message.result?.ok === false;
}
