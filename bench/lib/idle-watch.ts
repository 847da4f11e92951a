import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
/** As often as a worker looks where a driver has no slot events. */
const LOOK_EVERY_MS = 300;
const TARGET = 0.5;
const SOFT_TOKENS = 'SoftHSM2';

interface Process {
  readonly name: string;
  readonly pid: number;
}

/** What it costs to watch two keys while nothing happens to them; in percent of one core. Needs a panel that watches. */
export async function idleWatch(world: World): Promise<Figure[]> {
  for (const { id } of VIRTUAL_KEYS) await world.usb.plug(id);
  const ours = await hostAndWorkers(world);
  const daemon = { name: 'pcscd', pid: await pcscdOf(world) };
  // One after the other: who asks a driver keeps pcscd busy for both.
  await wait(SETTLE_MS);
  const watching = await percentsOfOneCore([...ours, daemon]);
  const polling = await pollingAlone(world);
  for (const { id } of VIRTUAL_KEYS) await world.usb.pull(id);

  const used = (processes: readonly Process[]) =>
    timings([processes.reduce((total, { pid }) => total + (watching.get(pid) ?? Number.NaN), 0)]);
  const floor = (names: readonly string[], name: string) => ({
    name,
    measured: timings([names.reduce((total, one) => total + (polling.get(one) ?? 0), 0)]),
  });
  const withoutSoftTokens = ours.filter(({ name }) => name !== SOFT_TOKENS);
  return [
    {
      what: '空闲监视，OpenSC 桌 idle watch, OpenSC desk: host and worker',
      measured: used(withoutSoftTokens),
      floor: floor(['OpenSC'], '轮询 polling OpenSC alone'),
      target: `< ${TARGET} %`,
      unit: '%',
    },
    {
      what: '空闲监视，合计 idle watch, all together',
      measured: used(ours),
      floor: floor([...polling.keys()], '轮询 polling the drivers alone'),
      target: `< ${TARGET} %`,
      unit: '%',
    },
    ...ours.map((one): Figure => {
      const alone = polling.has(one.name) ? { floor: floor([one.name], `轮询 polling ${one.name} alone`) } : {};
      return { what: `　其中 of which: ${one.name}`, measured: used([one]), ...alone, unit: '%' };
    }),
    { what: '　此外 besides, not ours: pcscd', measured: used([daemon]), unit: '%' },
  ];
}

/** By the driver's name, what a process costs that only looks at it, as often as a worker without slot events does. */
async function pollingAlone(world: World): Promise<ReadonlyMap<string, number>> {
  const drivers = world.sandbox.usb.modules.map((module) => ({ name: module.name, driver: startDriver(module) }));
  for (const { driver } of drivers) await driver.until(true);
  for (const { driver } of drivers) void driver.until(false, LOOK_EVERY_MS).catch(() => undefined);
  await wait(SETTLE_MS);
  const percents = await percentsOfOneCore(drivers.map(({ name, driver }) => ({ name, pid: driver.pid })));
  for (const { driver } of drivers) await driver.stop();
  return new Map(drivers.map(({ name, driver }) => [name, percents.get(driver.pid) ?? Number.NaN]));
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

/** A worker's last argument but one describes its driver. */
async function moduleNameOf(pid: number): Promise<string> {
  return String(JSON.parse((await argumentsOf(pid)).at(-2) ?? '{}').name);
}

/** The one that this world started: it has its configuration from beside the socket's folder. */
async function pcscdOf(world: World): Promise<number> {
  const config = join(dirname(dirname(world.sandbox.usb.env.PCSCLITE_CSOCK_NAME)), 'conf');
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)) {
    const [program, ...words] = await argumentsOf(pid).catch(() => []);
    if (program === 'pcscd' && words.includes(config)) return pid;
  }
  throw new Error('no pcscd of this world');
}
