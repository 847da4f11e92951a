import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ProbeAnswer, ProbeRequest } from './probe-report.ts';

const ENTRY = fileURLToPath(new URL('./main.ts', import.meta.url));
/** Two pairs on a slow key take up to three minutes. */
const LONGEST_MS = 240_000;

/** Whatever the driver does, there is an answer. */
export function runProbe(request: ProbeRequest, env: Readonly<Record<string, string>> = {}): Promise<ProbeAnswer> {
  const child = fork(ENTRY, [JSON.stringify(request)], {
    env: { ...process.env, ...env },
    execArgv: [],
    // A driver that prints must not print into our report.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
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
