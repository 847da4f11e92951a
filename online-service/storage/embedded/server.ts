import { open } from 'node:fs/promises';
import type { Cluster } from './cluster.ts';

/** Loopback only. Failed statements are not logged: they hold what users typed. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  "unix_socket_directories=''",
  'max_connections=60',
  'shared_buffers=64MB',
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
];

/** A server that has to recover from a crash may take its time. */
const START_SECONDS = 60;
const STOP_SECONDS = 10;

/** True once it takes connections. pg_ctl gives it a session of its own, so a Ctrl-C at our terminal is not for it. */
export async function startServer(cluster: Cluster, port: number): Promise<boolean> {
  const settings = SETTINGS.map((setting) => `-c ${setting}`).join(' ');
  const { code } = await control(cluster, 'start', [
    `--timeout=${START_SECONDS}`,
    `--log=${cluster.logFile}`,
    `--options=-p ${port} ${settings}`,
  ]);
  return code === 0;
}

/** First in good order; a server that won't is stopped hard, and recovers from its log at the next start. */
export async function stopServer(cluster: Cluster): Promise<boolean> {
  const fast = await control(cluster, 'stop', ['--mode=fast', `--timeout=${STOP_SECONDS}`]);
  if (fast.code === 0) return true;
  const hard = await control(cluster, 'stop', ['--mode=immediate', `--timeout=${STOP_SECONDS}`]);
  return hard.code === 0;
}

function control(cluster: Cluster, action: 'start' | 'stop', args: readonly string[]) {
  const { pgCtl } = cluster.binaries;
  return cluster.user.run(pgCtl, [action, '--wait', '--silent', `--pgdata=${cluster.dataDir}`, ...args]);
}

const TAIL_BYTES = 2_000;

/** The server's last complaint, for the error that a person reads when it does not start. */
export async function lastComplaint(cluster: Cluster): Promise<string> {
  const file = await open(cluster.logFile).catch(() => undefined);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(TAIL_BYTES),
      position: Math.max(0, size - TAIL_BYTES),
    });
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
    return lines.findLast((line) => /(FATAL|PANIC):/.test(line))?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? '';
  } finally {
    await file.close();
  }
}
