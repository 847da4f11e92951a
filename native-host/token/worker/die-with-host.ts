import { Worker } from 'node:worker_threads';

/**
 * Runs beside the driver, in a thread of its own. On Windows a process keeps its parent's number for ever, so there the
 * parent is asked for.
 */
const patrolFor = (host: number) => `
  const host = ${host};
  setInterval(() => {
    try {
      process.kill(host, 0);
      if (process.ppid === host) return;
    } catch {}
    process.kill(process.pid, 'SIGKILL');
  }, 1000);
`;

/**
 * A worker hears that its host is gone on its channel, but only between two calls of its driver. One that hangs in the
 * driver while the host is killed would stay for ever, with the key.
 */
export function dieWithHost(): void {
  // Read here: the thread may come up only after the host is gone, and would take another for it.
  new Worker(patrolFor(process.ppid), { eval: true }).unref();
}
