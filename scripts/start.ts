import { join, resolve } from 'node:path';
import { say } from './setup/say.mjs';
import { fileProblem } from './start/file-problem.ts';
import { freePorts } from './start/ports.ts';
import { runDemo } from './start/run-demo.ts';
import { stopRequests } from './start/stop-requests.ts';
import { lockHolder, tryLock } from './tools/lock.ts';
import { ROOT } from './tools/root.ts';
import { ToldProblem } from './tools/told-problem.mjs';

/**
 * `npm start`: the whole product with demo data, kept in .data/demo or in CERTBRIDGE_DATA_DIR.
 * `npm start -- --no-browser` opens no window.
 */
const dataDir = resolve(process.env['CERTBRIDGE_DATA_DIR'] || join(ROOT, '.data/demo'));
const stop = stopRequests(process);
// A terminal that has gone away must not keep us from stopping in order.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

/** What a second Ctrl-C kills is gone within moments; whatever still holds us up after that is left behind. */
const ENDED_WITHIN_MS = 3_000;
stop.endNow.addEventListener('abort', () => setTimeout(() => process.exit(), ENDED_WITHIN_MS).unref());

try {
  const lockPath = join(dataDir, 'running.pid');
  const lock = tryLock(lockPath);
  if (!lock) throw alreadyRunning(lockPath);
  process.once('exit', () => lock.release());
  const lost = await runDemo({
    dataDir,
    ports: await freePorts(process.env),
    openBrowser: !process.argv.includes('--no-browser'),
    ...stop,
  });
  if (lost) throw lostProcess(lost);
  say('已全部停止。', 'Everything has stopped.');
} catch (fault) {
  // Whoever stops the start gets what he wanted.
  if (!stop.signal.aborted) {
    const problem = fileProblem(fault, dataDir);
    if (!(problem instanceof ToldProblem)) throw problem;
    console.error(problem.toText());
    process.exitCode = 1;
  }
}
// The channel to the process that started us would keep this one alive.
if (process.connected) process.disconnect();

function alreadyRunning(lockPath: string): ToldProblem {
  const pid = lockHolder(lockPath) ?? '?';
  return new ToldProblem({
    zh: `这个文件夹里已经有一个 npm start 在运行（pid ${pid}）。请到那个终端使用它，或先按 Ctrl-C 停掉它。`,
    en: `An npm start is already running in this folder (pid ${pid}). Use that one, or stop it first with Ctrl-C.`,
    details: [lockPath],
  });
}

function lostProcess(name: string): ToldProblem {
  return new ToldProblem({
    zh: `${name} 意外退出，演示已停止。请再运行 npm start。`,
    en: `${name} ended unexpectedly, so the demo was stopped. Run npm start again.`,
  });
}
