import { afterEach, expect, it } from 'vitest';
import { takeInventory } from './faults/inventory.ts';
import { openWay } from './faults/open-way.ts';
import { openTestModule } from './modules/open-test-module.ts';
import type { TestModule } from './modules/test-module.ts';
import { orThrow } from './through-host/host-desk.ts';
import { type Installation, install } from './through-host/installation.ts';

let test: TestModule;
let installation: Installation;
afterEach(async () => {
  await installation.remove();
  await test.stop();
});

it.each(['fault', 'opensc'] as const)(
  'a key of %s that is made is made once, however often its order is asked for',
  async (kind) => {
    test = await openTestModule(kind);
    installation = await install({ modules: [test.module] });
    const { serial } = await test.makeBlankKey();
    const attempt = (await openWay('make', { test, serial, algorithm: 'p256' }, installation)).begin();
    const desk = await installation.start();
    orThrow(await attempt.run(desk));
    const made = await takeInventory(test, attempt.pin);
    const certificates = attempt.keeps();
    orThrow(await attempt.run(desk));
    expect(await takeInventory(test, attempt.pin)).toEqual(made);
    expect(attempt.keeps()).toEqual(certificates);
    await desk.hangUp();
  },
);
