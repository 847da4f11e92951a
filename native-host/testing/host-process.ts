import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import { type ToClient, toClient } from '@certbridge/shared/contract/wire.ts';
import type { HostConfig } from '../config/host-config.ts';
import { FrameReader, frameOf } from '../stdio/frame-reader.ts';

export const HOST_ENTRY = fileURLToPath(new URL('../main.ts', import.meta.url));
export const OUR_ORIGIN = `chrome-extension://${EXTENSION_IDS[0]}/`;

export interface HostProcess {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly messages: ToClient[];
  send(message: unknown): void;
  sendBytes(bytes: Uint8Array): Promise<void>;
  /** Resolves with the first message that answers; those that came before count. */
  until(answers: (message: ToClient) => boolean): Promise<ToClient>;
  exit(): Promise<number | null>;
}

/** The host as the browser starts it: its own process, bytes in, bytes out. */
export function startHostProcess(configPath: string, args: readonly string[] = [OUR_ORIGIN]): HostProcess {
  const child = spawn(process.execPath, [HOST_ENTRY, ...args], {
    env: { ...process.env, CERTBRIDGE_HOST_CONFIG: configPath },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const messages: ToClient[] = [];
  const waiting = new Set<(message: ToClient) => void>();
  const reader = new FrameReader(1024 * 1024, {
    frame: (payload) => {
      const message = toClient.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)));
      messages.push(message);
      for (const waiter of [...waiting]) waiter(message);
    },
    oversized: () => child.kill('SIGKILL'),
  });
  child.stdout.on('data', (chunk: Buffer) => reader.push(chunk));
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  const sendBytes = async (bytes: Uint8Array) => {
    if (!child.stdin.write(bytes)) await Promise.race([once(child.stdin, 'drain'), closed]);
  };
  return {
    child,
    messages,
    sendBytes,
    send: (message) => void sendBytes(frameOfMessage(message)),
    until: (answers) =>
      new Promise((resolve) => {
        const known = messages.find(answers);
        if (known) return resolve(known);
        const waiter = (message: ToClient) => {
          if (!answers(message)) return;
          waiting.delete(waiter);
          resolve(message);
        };
        waiting.add(waiter);
      }),
    exit: async () => {
      await closed;
      return child.exitCode;
    },
  };
}

export function frameOfMessage(message: unknown): Uint8Array {
  return frameOf(new TextEncoder().encode(JSON.stringify(message)));
}

export function helloMessage(id = 'hello', protocol = { min: 1, max: 1 }) {
  return { type: 'request', id, operation: 'hello', input: { extensionVersion: '0.1.0', protocol } };
}

export interface ConfigFile {
  readonly path: string;
  remove(): Promise<void>;
}

export async function configFile(config: Partial<HostConfig> = {}): Promise<ConfigFile> {
  const dir = await mkdtemp(join(tmpdir(), 'host-config-'));
  const path = join(dir, 'config.json');
  const whole = { allowedExtensionIds: [...EXTENSION_IDS], useKnownModules: false, modules: [], ...config };
  await writeFile(path, JSON.stringify(whole));
  return { path, remove: () => rm(dir, { recursive: true, force: true }) };
}
