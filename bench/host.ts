import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOST_NAME } from '@certbridge/shared/contract/native.ts';
import { say } from '../scripts/setup/say.mjs';
import { stopRequests } from '../scripts/start/stop-requests.ts';
import { forgetThePersonsWorld } from '../scripts/test/own-world.ts';
import { ToldProblem } from '../scripts/tools/told-problem.mjs';
import { startWorld, type World } from '../scripts/world/start-world.ts';
import { openDesk } from '../tests/support/open-desk.ts';
import { coldStart } from './lib/cold-start.ts';
import { idleWatch } from './lib/idle-watch.ts';
import { insertionFloors, insertionVisible } from './lib/insertion.ts';
import { keyList } from './lib/key-list.ts';
import { nativePorts } from './lib/native-ports.ts';
import { pageRoundTrip } from './lib/page-round-trip.ts';
import { ECHO_NAME, registerEcho, writeEchoLauncher } from './lib/register-echo.ts';
import { type Figure, report } from './lib/report.ts';
import { warmRoundTrip } from './lib/warm-round-trip.ts';

/** `npm run bench -- host`: how fast the way from a page to a key is, beside the least that it could take. */
forgetThePersonsWorld(process.env);
const { signal } = stopRequests(process);
const began = performance.now();
const dir = await mkdtemp(join(tmpdir(), 'cb-bench-'));
try {
  const figures = await inWorld(measure);
  if (figures) {
    console.log(`\n${report(figures)}\n`);
    say(`时间以毫秒计；用时 ${seconds()} 秒。`, `Times in milliseconds; the run took ${seconds()} s.`);
    say(`负载 ${load()}。`, `Load average ${load()}; the busier, the less p95 and max mean.`);
  } else {
    process.exitCode = 130;
  }
} catch (problem) {
  console.error(problem instanceof ToldProblem ? problem.toText() : problem);
  process.exitCode = 1;
} finally {
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();

async function measure(world: World): Promise<Figure[]> {
  say('冷启动…', 'Cold start…');
  const cold = await coldStart(world, dir);
  say('只问驱动的插拔…', 'Plugging and pulling before the bare drivers…');
  const floors = await insertionFloors(world);
  // The browser's profile goes with our folder, even when a person stops us.
  process.env['TMPDIR'] = dir;
  const desk = await openDesk(world);
  try {
    say('往返与列表…', 'Round trips and key lists…');
    await registerEcho(desk.userDataDir, await writeEchoLauncher(dir));
    const page = await desk.openPortal('tongyong');
    const ports = await nativePorts(desk.context);
    const warm = await warmRoundTrip(ports);
    const list = await keyList(world, ports);
    await ports.close(HOST_NAME);
    const paged = await pageRoundTrip(page, ports);
    await ports.close(ECHO_NAME);
    say('面板前的插拔…', 'Plugging and pulling before the panel…');
    const panel = await desk.openPanel(page);
    const visible = await insertionVisible(world, panel, floors);
    say('空闲监视 20 秒…', 'Watching idly for 20 s…');
    const idle = await idleWatch(world);
    return [...cold, warm, ...paged, ...list, ...visible, ...idle];
  } finally {
    await desk.leave();
  }
}

/** Answers nothing when a person asked to stop. Whatever happens, the world is stopped. */
async function inWorld<T>(work: (world: World) => Promise<T>): Promise<T | undefined> {
  say('启动测速用的世界…', 'Starting a world to measure in…');
  const world = await startWorld({
    dataDir: join(dir, 'world'),
    sandboxPort: 0,
    servicePort: 0,
    onLog: () => undefined,
    signal,
    onBuild: () => say('源码有变化，正在构建…', 'The sources have changed: building…'),
  });
  try {
    return await Promise.race([work(world), asked(signal)]);
  } finally {
    await world.stop();
  }
}

function asked(stop: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(undefined);
    else stop.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

/** How busy this computer was while we measured, for whoever compares two runs. */
function load(): string {
  return `${loadavg()[0]?.toFixed(1)} / ${availableParallelism()} cores`;
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}
