import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { serviceReady } from '../config/ready-message.ts';

const MAIN = join(import.meta.dirname, '..', 'main.ts');
const alive = new Set<ChildProcess>();

// A failed test leaves no service behind.
afterEach(async () => {
  for (const child of alive) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

export interface ServiceProcess {
  readonly child: ChildProcess;
  /** Its address once it says that it is ready; undefined when it ends before. */
  readonly ready: Promise<string | undefined>;
  /** How it ended: its exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  output(): string;
}

/** The service as its own process, as in production. */
export function serviceProcess(environment: Record<string, string>): ServiceProcess {
  const child = fork(MAIN, {
    env: { PATH: process.env['PATH'], CERTBRIDGE_SERVICE_PORT: '0', ...environment },
    silent: true,
  });
  alive.add(child);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => {
      alive.delete(child);
      resolve(code ?? signal ?? 'unknown');
    });
  });
  const ready = new Promise<string | undefined>((resolve) => {
    child.on('message', (message) => resolve(readyUrl(message)));
    child.once('exit', () => resolve(undefined));
  });
  return { child, ready, ended, output: () => chunks.join('') };
}

function readyUrl(message: unknown): string | undefined {
  const read = serviceReady.safeParse(message);
  return read.success ? read.data.url : undefined;
}
