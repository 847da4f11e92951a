import { fileURLToPath } from 'node:url';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../native-host/system-clock.ts';
import { Keyring } from '../../../native-host/token/keyring.ts';
import { openTestModule } from './open-test-module.ts';
import { TEST_MODULES, type TestModule } from './test-module.ts';

const WORKER = fileURLToPath(new URL('../../../native-host/token/worker/main.ts', import.meta.url));
const POLL_MS = 20;

describe.each(TEST_MODULES)('the test module %s, through the real worker', (kind) => {
  let test: TestModule;
  let keyring: Keyring;

  beforeAll(async () => {
    test = await openTestModule(kind);
    const options = { entry: WORKER, clock: systemClock, log: () => undefined, hangAfterMs: 8_000 };
    keyring = new Keyring([test.module], options);
  });
  afterAll(async () => {
    keyring.close();
    await test.stop();
  });

  const list = () => keyring.list(createCanceller().cancellation);

  async function until(serials: readonly string[]): Promise<void> {
    for (;;) {
      const { keys } = await list();
      if (keys.map(({ serial }) => serial).join() === serials.join()) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  it('loads, and no key is ready at first', async () => {
    const { keys, troubles } = await list();
    expect(troubles).toEqual([]);
    expect(keys.filter(({ pin }) => pin.state !== 'not-set')).toEqual([]);
  });

  it('shows a key once it is made, with its password set, and sees it pulled and plugged where it can be', async () => {
    const { serial, removal } = await test.makeKey('测试一号');
    await until([serial]);
    expect(await list()).toMatchObject({ keys: [{ serial, pin: { state: 'ok' } }], troubles: [] });
    if (!removal) return;
    await removal.pull();
    await until([]);
    await removal.plug();
    await until([serial]);
    await removal.pull();
  });
});
