import { setTimeout as wait } from 'node:timers/promises';
import type { World } from '../../scripts/world/start-world.ts';
import { hostProcesses } from '../../tests/support/host-process.ts';
import { argumentsOf, childrenOf, cpuTimeMs } from './cpu-time.ts';
import { startDriver } from './driver-process.ts';
import type { Figure } from './report.ts';
import { timings } from './timings.ts';
import { VIRTUAL_KEYS } from './virtual-keys.ts';

const WATCH_MS = 20_000;
/** V8 tidies up once, some seconds after a process has started or worked; that costs some 25 ms and is not the watch. */
const SETTLE_MS = 10_000;
/** A floor looks as often as a worker does. */
const LOOK_EVERY_MS = 300;

interface Process {
  readonly name: string;
  readonly pid: number;
}

/** What it costs to watch two keys while nothing happens to them; in percent of one core. Needs a panel that watches. */
export async function idleWatch(world: World): Promise<Figure[]> {
  for (const { id } of VIRTUAL_KEYS) await world.usb.plug(id);
  const drivers = world.sandbox.usb.modules.map((module) => ({ name: module.name, driver: startDriver(module) }));
  for (const { driver } of drivers) await driver.until(true);
  const watching = drivers.map(({ driver }) => driver.until(false, LOOK_EVERY_MS));
  const ours = await hostAndWorkers(world);
  const floors = drivers.map(({ name, driver }) => ({ name, pid: driver.pid }));
  await wait(SETTLE_MS);
  const percents = await percentsOfOneCore([...ours, ...floors]);
  for (const { id } of VIRTUAL_KEYS) await world.usb.pull(id);
  await Promise.all(watching);
  for (const { driver } of drivers) await driver.stop();

  const used = (processes: readonly Process[]) =>
    timings([processes.reduce((total, { pid }) => total + (percents.get(pid) ?? Number.NaN), 0)]);
  return [
    {
      what: '空闲监视，合计 idle watch, all together',
      measured: used(ours),
      floor: { name: `只轮询驱动 polling the drivers alone`, measured: used(floors) },
      target: '< 0.5 %',
      unit: '%',
    },
    ...ours.map(({ name, pid }): Figure => {
      const alone = floors.filter((floor) => floor.name === name);
      return {
        what: `　其中 of which: ${name}`,
        measured: used([{ name, pid }]),
        ...(alone.length > 0 ? { floor: { name: `只轮询 polling ${name} alone`, measured: used(alone) } } : {}),
        unit: '%',
      };
    }),
  ];
}

async function percentsOfOneCore(processes: readonly Process[]): Promise<ReadonlyMap<number, number>> {
  const times = () => Promise.all(processes.map(async ({ pid }) => ({ pid, spent: await cpuTimeMs(pid) })));
  const began = performance.now();
  const before = new Map((await times()).map(({ pid, spent }) => [pid, spent]));
  await wait(WATCH_MS);
  const after = await times();
  const elapsed = performance.now() - began;
  return new Map(after.map(({ pid, spent }) => [pid, ((spent - (before.get(pid) ?? Number.NaN)) / elapsed) * 100]));
}

async function hostAndWorkers(world: World): Promise<Process[]> {
  const [host, ...more] = await hostProcesses(world.hostConfigPath);
  if (host === undefined || more.length > 0) throw new Error('exactly one host should be watching');
  const workers = await Promise.all(
    (await childrenOf(host)).map(async (pid) => ({ pid, name: await moduleNameOf(pid) })),
  );
  return [{ name: '主机 host', pid: host }, ...workers];
}

/** A worker's last argument describes its driver. */
async function moduleNameOf(pid: number): Promise<string> {
  return String(JSON.parse((await argumentsOf(pid)).at(-1) ?? '{}').name);
}
