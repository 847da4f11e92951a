import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { issuesOf } from '@certbridge/shared/rpc/issues-of.ts';
import type * as z from 'zod/mini';
import { ToldProblem } from '../tools/told-problem.mjs';

export interface ServedProcess<Ready> {
  /** What the process said when it was ready. */
  readonly ready: Ready;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface ServedProcessOptions<Ready> {
  readonly name: string;
  readonly entry: string;
  /** What it says when it is ready: a message of type `ready`. */
  readonly ready: z.ZodMiniType<Ready>;
  readonly env: NodeJS.ProcessEnv;
  readonly onLog: (line: string) => void;
  /** What it says later, whatever that is. */
  readonly onMessage?: (message: unknown) => void;
  /** Aborted: the start is called off. */
  readonly signal?: AbortSignal | undefined;
  /** Aborted: it ends at once, with everything that it started. */
  readonly endNow?: AbortSignal | undefined;
  /** Ends what it started in a session of its own, and could not stop itself when it was killed. */
  readonly afterKill?: () => Promise<void>;
}

/** What an error quotes of the log. */
const LAST_LINES = 20;
/** A first start makes a database cluster or a set of keys; on a slow disk that takes its time. */
const READY_WITHIN_MS = 120_000;
/** More than a service takes at worst to finish what is open and to close its database. */
const STOP_WITHIN_MS = 45_000;

/**
 * Starts one of the product's own processes and waits until it says that it is ready. It has a process group of its
 * own, so that a terminal's Ctrl-C reaches it only through us, in order; if we die, its channel to us breaks and it
 * stops by itself.
 */
export async function startServedProcess<Ready>(options: ServedProcessOptions<Ready>): Promise<ServedProcess<Ready>> {
  const child = spawn(process.execPath, [options.entry], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...options.env },
    detached: true,
  });
  const lines = keepLog(child, options.onLog);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  let swept: Promise<void> | undefined;
  const kill = () => {
    killGroup(child);
    swept ??= options.afterKill?.();
  };
  options.endNow?.addEventListener('abort', kill);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const timer = setTimeout(kill, STOP_WITHIN_MS);
    await ended;
    clearTimeout(timer);
    options.endNow?.removeEventListener('abort', kill);
    await swept;
  };
  try {
    const message = await whenReady(child, { ...options, ended, lines });
    const ready = options.ready.safeParse(message);
    if (!ready.success) throw notUnderstood(options.name, ready.error);
    if (options.onMessage) child.on('message', options.onMessage);
    return { ready: ready.data, ended, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

interface Waiting extends Pick<ServedProcessOptions<unknown>, 'name' | 'signal'> {
  readonly ended: Promise<void>;
  readonly lines: readonly string[];
}

async function whenReady(child: ChildProcess, waiting: Waiting): Promise<object> {
  const limit = AbortSignal.timeout(READY_WITHIN_MS);
  const signal = waiting.signal ? AbortSignal.any([waiting.signal, limit]) : limit;
  const early = waiting.ended.then(() => {
    throw endedEarly(child, waiting);
  });
  try {
    return await Promise.race([readyMessage(child, signal), early]);
  } catch (problem) {
    if (limit.aborted) throw notReady(waiting);
    throw problem;
  }
}

async function readyMessage(child: ChildProcess, signal: AbortSignal): Promise<object> {
  for (;;) {
    const [message] = (await once(child, 'message', { signal })) as [unknown];
    if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready') {
      return message;
    }
  }
}

function endedEarly(child: ChildProcess, { name, lines }: Waiting): ToldProblem {
  const how = child.signalCode ?? `exit ${child.exitCode ?? '?'}`;
  return new ToldProblem({
    zh: `${name} 没有启动（${how}）。它最后的输出：`,
    en: `${name} did not start (${how}). Its last words:`,
    details: lines,
  });
}

function notReady({ name, lines }: Waiting): ToldProblem {
  return new ToldProblem({
    zh: `${name} 在 ${READY_WITHIN_MS / 1000} 秒内没有就绪。它最后的输出：`,
    en: `${name} was not ready within ${READY_WITHIN_MS / 1000} s. Its last words:`,
    details: lines,
  });
}

function notUnderstood(name: string, error: z.core.$ZodError): ToldProblem {
  return new ToldProblem({
    zh: `${name} 就绪时说的话看不懂，可能不是同一版本：`,
    en: `What ${name} said when it was ready is not understood; it may be of another version:`,
    details: issuesOf(error).map(({ path, rule }) => `${path}: ${rule}`),
  });
}

function keepLog(child: ChildProcess, onLog: (line: string) => void): readonly string[] {
  const lines: string[] = [];
  const follow = (stream: Readable | null) => {
    if (!stream) return;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
      onLog(line);
    });
  };
  follow(child.stdout);
  follow(child.stderr);
  return lines;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Everybody in the group has already gone.
  }
}
