import { afterEach, expect, it } from 'vitest';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import type { HostDesk } from './through-host/host-desk.ts';
import { orThrow } from './through-host/host-desk.ts';
import { type Installation, install } from './through-host/installation.ts';

const BLINKING = {
  id: 'blinking',
  name: 'Blinking',
  status: 'unverified',
  source: 'This test.',
  match: { libraries: ['libfault-token.so'] },
  light: 'on-access',
};
let module: FaultModule;
let installation: Installation;
let desk: HostDesk;
afterEach(async () => {
  await desk.hangUp();
  await installation.remove();
  await module.stop();
});

async function start(profiles: readonly { readonly id: string }[] = []): Promise<void> {
  module = await openFaultModule();
  installation = await install({ modules: [module.module], profiles });
  desk = await installation.start();
}
const identify = async (serial: string) => orThrow(await desk.call('key.identify', { keyId: `fault:${serial}` }));
const accesses = () => module.token.trace().filter(({ call }) => call === 'C_FindObjectsInit').length;

it('a key that was there before the host is not said to have come just now; one that is plugged then is', async () => {
  await start();
  const first = await module.makeKey('第一只');
  orThrow(await desk.call('keys.list', {}));
  expect(await identify(first.serial)).toMatchObject({
    way: 'label',
    label: '第一只',
    lastFour: first.serial.slice(-4),
    insertedJustNow: false,
  });
  const second = await module.makeKey('第二只');
  expect(await identify(second.serial)).toMatchObject({ lastFour: second.serial.slice(-4), insertedJustNow: true });
  expect(await identify(first.serial)).toMatchObject({ insertedJustNow: false });
});

it('a light is made to blink only where a profile says that it shows each access', async () => {
  await start();
  const { serial } = await module.makeKey('无灯');
  module.token.resetCounter();
  expect(await identify(serial)).toMatchObject({ way: 'label' });
  expect(accesses()).toBe(0);
  await desk.hangUp();
  await installation.remove();
  installation = await install({ modules: [module.module], profiles: [BLINKING] });
  desk = await installation.start();
  expect(await identify(serial)).toMatchObject({ way: 'light', lastFour: serial.slice(-4) });
  expect(accesses()).toBeGreaterThan(5);
});
