import { type ChildProcess, fork } from 'node:child_process';
import type { ProbeAnswer, ProbeRequest } from './probe-report.ts';

/** Two pairs on a slow key take up to three minutes. */
const LONGEST_MS = 240_000;

export interface ProbePlace {
  /** The probe's program. */
  readonly entry: string;
  /** What the driver wants in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

export function startProbe(request: ProbeRequest, { entry, env }: ProbePlace): ChildProcess {
  return fork(entry, [JSON.stringify(request)], {
    env: { ...process.env, ...env },
    execArgv: [],
    // A driver that prints must not print into our report.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
}

/** Whatever the driver does, there is an answer. */
export function runProbe(request: ProbeRequest, place: ProbePlace): Promise<ProbeAnswer> {
  const child = startProbe(request, place);
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
    child.once('message', (answer: ProbeAnswer) => resolve(answer));
    child.once('error', () => resolve({ ok: false, support: 'spawn' }));
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      resolve({ ok: false, support: `the driver ended its process (${signal ?? code})` });
    });
  });
}
