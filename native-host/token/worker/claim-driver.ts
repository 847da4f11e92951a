import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import type { ModuleConfig } from '../../config/host-config.ts';

/** Longer than a worker takes to notice that its host was killed; not so long that a user believes nothing happens. */
const MOST_WAIT_MS = 10_000;
const PAUSE_MS = 10;

/** Gives the driver back. */
export type Release = () => void;

export interface DriverClaim {
  /** See `driverName`. */
  readonly name: string;
  readonly clock: Clock;
}

/** One for each user's driver, and what it is set up to show. */
export function driverName({ path, env, libraryParameters }: NamedModule, dataDir: string): string {
  const driver = JSON.stringify([dataDir, path, Object.entries(env).sort(), libraryParameters]);
  return createHash('sha256').update(driver).digest('hex').slice(0, 32);
}

type NamedModule = Pick<ModuleConfig, 'path' | 'env' | 'libraryParameters'>;

/**
 * Two browsers each have a host, and a host that was killed leaves a worker behind that may be in the middle of a call:
 * of all processes of a user, one at a time works a driver's keys. A socket that is listened on is the claim, because
 * the operating system takes it back from a process that dies, in whatever call. Nothing when it stays taken.
 */
export async function claimDriver({ name, clock }: DriverClaim): Promise<Release | undefined> {
  const path = socketPath(name);
  const end = clock.now() + MOST_WAIT_MS;
  for (;;) {
    const release = await listenOn(path);
    if (release) return release;
    const left = end - clock.now();
    if (left <= 0) return undefined;
    await freed(path, { clock, ms: left });
  }
}

/** On Linux and Windows it is no file, and can't be left behind. */
function socketPath(name: string): string {
  const socket = `certbridge-driver-${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${socket}`;
  return process.platform === 'linux' ? `\0${socket}` : join(tmpdir(), socket);
}

/** Nothing when somebody else listens there. */
function listenOn(path: string): Promise<Release | undefined> {
  const waiting = new Set<Socket>();
  const server: Server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => undefined);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      cause.code === 'EADDRINUSE' ? resolve(undefined) : reject(cause),
    );
    server.listen(path, () => {
      server.unref();
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      });
    });
  });
}

/** Until the holder hangs up, or the time is over. */
async function freed(path: string, { clock, ms }: { readonly clock: Clock; readonly ms: number }): Promise<void> {
  const socket = connect(path);
  const stop = clock.after(ms, () => socket.destroy());
  const trouble = await new Promise<string | undefined>((resolve) => {
    socket.once('error', (cause: NodeJS.ErrnoException) => resolve(cause.code));
    socket.once('close', () => resolve(undefined));
  });
  stop();
  // A file that nobody listens on any more: a process died that could not take it away.
  if (trouble === 'ECONNREFUSED' && isAbsolute(path)) await rm(path, { force: true });
  // Nobody to wait for: the holder is just coming or going.
  if (trouble) await new Promise<void>((resolve) => void clock.after(PAUSE_MS, resolve));
}
