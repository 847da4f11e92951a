import { afterEach, describe, expect, it } from 'vitest';
import { takeInventory } from './faults/inventory.ts';
import { keyFor, openWay } from './faults/open-way.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import type { HostDesk } from './through-host/host-desk.ts';
import { type Installation, install } from './through-host/installation.ts';

/** A slow key: long enough for the other host to come in between. */
const SLOW = ['C_CreateObject', 'C_GenerateKeyPair'].map((call) => `call=${call} do=hang:400`);

let test: FaultModule;
let installation: Installation;
let desks: readonly HostDesk[];
afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.hangUp()));
  await installation.remove();
  await test.stop();
});

describe.each(['make', 'renew'] as const)(
  'two browsers, each with its host, that are asked to %s the same key',
  (verb) => {
    it('take turns: each says that it is done, and nothing is there twice', async () => {
      test = await openFaultModule({ 'sm2-family': 'tass', manufacturer: 'TASS' });
      installation = await install({ modules: [test.module] });
      const { serial } = await keyFor(verb, test);
      const way = await openWay(verb, { test, serial, algorithm: 'sm2' }, installation);
      desks = await Promise.all([installation.start(), installation.start()]);
      await Promise.all(desks.map((desk) => desk.call('keys.list', {})));
      test.token.setFaults(SLOW);
      const attempt = way.begin();
      const results = await Promise.all(desks.map((desk) => attempt.run(desk)));
      test.token.setFaults([]);
      expect(results).toMatchObject([{ ok: true }, { ok: true }]);
      const { objects, orphans } = await takeInventory(test, attempt.pin);
      expect(objects).toEqual([...new Set(objects)]);
      expect(orphans).toEqual([]);
      for (const desk of desks) expect(await attempt.worksAtEnd(desk)).toBeUndefined();
    });
  },
);
