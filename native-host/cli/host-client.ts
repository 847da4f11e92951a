import { spawn } from 'node:child_process';
import { LIMITS, PROTOCOL } from '@certbridge/shared/contract/limits.ts';
import { type NativeContract, nativeContract } from '@certbridge/shared/contract/native.ts';
import { fail, type PublicError } from '@certbridge/shared/contract/result.ts';
import { Caller } from '@certbridge/shared/rpc/caller.ts';
import { decodeMessage } from '../stdio/decode-message.ts';
import { FrameReader, frameOf } from '../stdio/frame-reader.ts';
import { systemClock } from '../system-clock.ts';
import { HOST_VERSION } from '../version.ts';

export interface HostCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export interface HostClient {
  readonly caller: Caller<NativeContract>;
  /** The browser's way: stdin is closed, and the host is expected to go. */
  close(): void;
}

/** Starts the host and speaks to it as a browser would. */
export function startHost({ command, args, env }: HostCommand): HostClient {
  const child = spawn(command, [...args], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  let notice: PublicError | undefined;
  const caller = new Caller<NativeContract>({
    contract: nativeContract,
    post: (message) => {
      child.stdin.write(frameOf(new TextEncoder().encode(JSON.stringify(message))));
    },
    clock: systemClock,
    report: (error) => {
      notice ??= error;
    },
  });
  const reader = new FrameReader(LIMITS.hostToBrowserBytes, {
    frame: (payload) => {
      const message = decodeMessage(payload);
      if (message.ok) caller.receive(message.value);
    },
    oversized: () => undefined,
  });
  const gone = (error: PublicError) => caller.disconnected(notice ?? error);
  child.stdout.on('data', (chunk: Buffer) => reader.push(chunk));
  child.stdin.on('error', () => undefined);
  child.once('error', () => gone(fail('HOST_NOT_STARTING').error));
  child.once('close', (code) => gone(fail('HOST_EXITED', { support: `exit ${code}` }).error));
  return { caller, close: () => child.stdin.end() };
}

export function greet(client: HostClient) {
  return client.caller.call('hello', { extensionVersion: HOST_VERSION, protocol: PROTOCOL });
}
