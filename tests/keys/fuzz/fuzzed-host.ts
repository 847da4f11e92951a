/** A real process of the host, given bytes as the browser gives them, as fast as it takes them. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import { type ToClient, toClient } from '@certbridge/shared/contract/wire.ts';
import { FrameReader } from '../../../native-host/stdio/frame-reader.ts';
import { HOST_ENTRY, OUR_ORIGIN } from '../../../native-host/testing/host-process.ts';
import type { HostPlaces } from '../through-host/host-desk.ts';
import type { MemorySample } from './memory-levels.ts';

export interface Listener {
  came(message: ToClient): void;
  /** What the host sent and no client could read. */
  garbled(why: string): void;
}

/** How a process ended; `null` is a signal. */
export type Ending = number | null;

export class FuzzedHost {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  /** Resolves however it ends. */
  readonly ended: Promise<Ending>;
  #listener: Listener;
  #waiting: (() => void)[] = [];

  constructor({ configPath, dataDir }: HostPlaces, listener: Listener) {
    this.#listener = listener;
    this.#child = spawn(process.execPath, [HOST_ENTRY, OUR_ORIGIN], {
      env: { ...process.env, CERTBRIDGE_HOST_CONFIG: configPath, CERTBRIDGE_HOST_DATA: dataDir },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const reader = new FrameReader(LIMITS.hostToBrowserBytes, {
      frame: (payload) => this.#read(payload),
      oversized: (bytes) => this.#listener.garbled(`${bytes} bytes at once`),
    });
    this.#child.stdout.on('data', (chunk: Buffer) => {
      reader.push(chunk);
      this.#wake();
    });
    this.#child.stdin.on('error', () => undefined);
    this.ended = once(this.#child, 'close').then(() => {
      this.#wake();
      return this.#child.exitCode;
    });
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.alive && !this.#child.stdin.write(bytes))
      await Promise.race([once(this.#child.stdin, 'drain'), this.ended]);
  }

  /** Until that holds, looked at whenever the host has said something. False when it ended, or when the time is over. */
  async until(holds: () => boolean, patienceMs: number): Promise<boolean> {
    const deadline = Date.now() + patienceMs;
    while (!holds()) {
      const left = deadline - Date.now();
      if (left <= 0 || !this.alive) return holds();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return true;
  }

  hangUp(): void {
    this.#child.stdin.end();
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  memoryKb(): MemorySample {
    const { pid = 0 } = this.#child;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return { host: residentKb(pid), driver: children.reduce((sum, child) => sum + residentKb(Number(child)), 0) };
  }

  #read(payload: Uint8Array): void {
    try {
      const message = toClient.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)));
      if (message.success) this.#listener.came(message.data);
      else this.#listener.garbled('no message of the contract');
    } catch (cause) {
      if (!(cause instanceof SyntaxError || cause instanceof TypeError)) throw cause;
      this.#listener.garbled('no JSON');
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Zero for a process that is gone. */
function residentKb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
