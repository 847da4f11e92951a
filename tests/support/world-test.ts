import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { startWorld, type World } from '../../scripts/world/start-world.ts';
import { type Desk, openDesk } from './open-desk.ts';

interface Fixtures {
  readonly desk: Desk;
}

interface WorkerFixtures {
  readonly world: World;
}

/** Every flow gets a desk of its own in one running world, on ports and data of its own. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'cb-flow-'));
      const world = await startWorld({ dataDir, sandboxPort: 0, servicePort: 0, onLog: () => undefined });
      await use(world);
      await world.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  desk: async ({ world }, use) => {
    const desk = await openDesk(world);
    await use(desk);
    await desk.leave();
  },
});

export { expect };
