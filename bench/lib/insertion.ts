import { setTimeout as wait } from 'node:timers/promises';
import type { Frame } from 'playwright';
import type { World } from '../../scripts/world/start-world.ts';
import { startDriver } from './driver-process.ts';
import type { Figure } from './report.ts';
import { type Timings, timings } from './timings.ts';
import { VIRTUAL_KEYS, type VirtualKey } from './virtual-keys.ts';

const ROUNDS = 8;
/** Longer than any poll that may still be running, and at another point of it each time. */
const REST_MS = 300;
const POLL_MS = 300;

export interface PlugTimings {
  /** How long the sandbox itself needs: a virtual card is a process that must start, and its reader must notice it. */
  readonly plugging: Timings;
  readonly plugged: Timings;
  readonly pulled: Timings;
}

type Floors = Readonly<Record<VirtualKey['id'], PlugTimings>>;

/** How soon a process sees it that does nothing but ask the driver. To be measured before any panel watches. */
export async function insertionFloors(world: World): Promise<Floors> {
  const floors: [string, PlugTimings][] = [];
  for (const key of VIRTUAL_KEYS) {
    const module = world.sandbox.usb.modules.find(({ id }) => id === key.moduleId);
    if (!module) throw new Error(`no module ${key.moduleId}`);
    const driver = startDriver(module);
    await driver.until(false);
    floors.push([key.id, await plugAndPull(world, key, (present) => driver.until(present))]);
    await driver.stop();
  }
  return Object.fromEntries(floors) as Floors;
}

/** From the request to plug until the panel shows the heading with the certificate's holder. */
export async function insertionVisible(world: World, panel: Frame, floors: Floors): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const key of VIRTUAL_KEYS) {
    const seen = await plugAndPull(world, key, (shown) => panel.evaluate(untilHeading, { text: key.holder, shown }));
    const floor = floors[key.id];
    const name = '只轮询驱动 polling the driver alone';
    figures.push(
      {
        what: `插入可见 insertion visible: ${key.kind}`,
        measured: seen.plugged,
        floor: { name, measured: floor.plugged },
        target: '≤ 1.0 s',
      },
      { what: '　其中沙箱自己 of which the sandbox itself', measured: seen.plugging },
      { what: `拔出可见 removal visible: ${key.kind}`, measured: seen.pulled, floor: { name, measured: floor.pulled } },
    );
  }
  return figures;
}

async function plugAndPull(
  world: World,
  { id }: VirtualKey,
  seen: (present: boolean) => Promise<unknown>,
): Promise<PlugTimings> {
  const samples = { plugging: [] as number[], plugged: [] as number[], pulled: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await wait(REST_MS + (round / ROUNDS) * POLL_MS);
    const plug = await timed(() => world.usb.plug(id), seen(true));
    samples.plugged.push(plug.seenMs);
    samples.plugging.push(plug.movedMs);
    await wait(REST_MS + (round / ROUNDS) * POLL_MS);
    samples.pulled.push((await timed(() => world.usb.pull(id), seen(false))).seenMs);
  }
  return { plugging: timings(samples.plugging), plugged: timings(samples.plugged), pulled: timings(samples.pulled) };
}

async function timed(move: () => Promise<void>, seen: Promise<unknown>): Promise<{ seenMs: number; movedMs: number }> {
  const began = performance.now();
  const since = () => performance.now() - began;
  const [seenMs, movedMs] = await Promise.all([seen.then(since), move().then(since)]);
  return { seenMs, movedMs };
}

/** Runs in the panel: looks once a frame, as an eye would. */
function untilHeading({ text, shown }: { text: string; shown: boolean }): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const headings = [...document.querySelectorAll('h1, h2, h3, h4, [role=heading]')];
      const there = headings.some((heading) => heading.textContent?.includes(text) && heading.checkVisibility());
      if (there === shown) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}
