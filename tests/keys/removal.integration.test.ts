import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeKey } from './faults/made-key.ts';
import { signWay } from './faults/sign-way.ts';
import type { Attempt } from './faults/way.ts';
import { type OpenscModule, openOpensc } from './modules/opensc.ts';
import type { Removal } from './modules/test-module.ts';
import { type HostDesk, orThrow } from './through-host/host-desk.ts';
import { type Installation, install } from './through-host/installation.ts';

/** More commands than a card hears in one signature. */
const MOST_COMMANDS = 30;

let module: OpenscModule;
let installation: Installation;
let desk: HostDesk;
let serial: string;
let hand: Removal;
let signing: Attempt;

beforeAll(async () => {
  module = await openOpensc();
  installation = await install({ modules: [module.module] });
  desk = await installation.start();
  const made = await module.makeKey('Removal');
  if (!made.removal) throw new Error('this card can not be pulled');
  [serial, hand] = [made.serial, made.removal];
  const key = { test: module, serial, algorithm: 'p256' as const };
  signing = signWay(key, orThrow(await madeKey(key, desk))).begin();
});
afterAll(async () => {
  await desk.hangUp();
  await module.stop();
  await installation.remove();
});

it('a card that is plugged in again is worked at once: nobody need list the keys first', async () => {
  expect(await desk.call('pin.verify', { keyId: `opensc:${serial}`, pin: module.pin })).toMatchObject({ ok: true });
  await hand.pull();
  await hand.plug();
  expect(await desk.call('pin.verify', { keyId: `opensc:${serial}`, pin: module.pin })).toMatchObject({ ok: true });
  await hand.pull();
  await hand.plug();
  expect(await signing.run(desk)).toMatchObject({ ok: true });
});

it('a card that falls out at any command of a signature is gone, never a fault; the driver’s word for it is kept', async () => {
  const errors: PublicError[] = [];
  for (let command = 1; command < MOST_COMMANDS; command += 1) {
    // The driver reads a new card at its first look: the commands of that are not the signature's.
    await desk.call('keys.list', {});
    await module.dropAt(serial, command);
    const signed = await signing.run(desk);
    if (signed.ok) break;
    errors.push(signed.error);
    await hand.pull();
    await hand.plug();
  }
  expect(errors.length).toBeLessThan(MOST_COMMANDS - 1);
  // A card that falls out while the host still looks for it is not there.
  const later = errors.filter(({ code }) => code !== 'KEY_NOT_FOUND');
  expect(later.length).toBeGreaterThan(2);
  for (const error of later) {
    expect(error).toMatchObject({ code: 'KEY_REMOVED', support: expect.stringMatching(/^CKR_\w+ 0x/) });
  }
});
