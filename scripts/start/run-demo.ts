import { join } from 'node:path';
import { say } from '../setup/say.mjs';
import { startWorld } from '../world/start-world.ts';
import { addressTable } from './addresses.ts';
import { demoLog } from './demo-log.ts';
import type { Ports } from './ports.ts';
import { showBrowser } from './show-browser.ts';

export interface DemoOptions {
  readonly dataDir: string;
  readonly ports: Ports;
  readonly openBrowser: boolean;
  readonly signal: AbortSignal;
  readonly endNow: AbortSignal;
}

/** Runs the demo until it is asked to stop; answers the name of a process if one was lost instead. */
export async function runDemo(options: DemoOptions): Promise<string | undefined> {
  const began = performance.now();
  const log = demoLog(join(options.dataDir, 'log.txt'));
  say('启动沙箱和线上服务…', 'Starting the sandbox and the online service…');
  const world = await startWorld({
    ...options.ports,
    dataDir: options.dataDir,
    signal: options.signal,
    endNow: options.endNow,
    onLog: log.write,
    onBuild: () => say('源码有变化，正在构建…', 'The sources have changed: building…'),
  });
  try {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`\n${addressTable(world)}\n`);
    console.log(`· 日志 log: ${log.path}`);
    say(`已就绪，用时 ${seconds} 秒。Ctrl-C 停止。`, `Ready after ${seconds} s. Ctrl-C stops everything.`);
    if (options.openBrowser) await showBrowser(world, options);
    return await Promise.race([aborted(options.signal), world.lost]);
  } finally {
    say('正在停止…', 'Stopping…');
    await world.stop();
    log.end();
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
