import type { KeyEvent } from '@certbridge/shared/contract/key-events.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../native-host/system-clock.ts';
import { HOST_ENTRY } from '../../native-host/testing/host-process.ts';
import { claimsOf } from '../../native-host/testing/sign-work-order.ts';
import { Keyring } from '../../native-host/token/keyring.ts';
import { ephemeralKey, publicText } from '../../native-host/unlock/hpke.ts';
import { workerEntryBeside } from '../../native-host/worker-entry.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import { openTestModule } from './modules/open-test-module.ts';
import type { TestKey, TestModule } from './modules/test-module.ts';
import { startRinging } from './slot-events/ringing-process.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** What somebody who watches is told, from when the module's keys are on the screen. */
async function watched({ module }: Pick<TestModule, 'module'>, hangAfterMs = 20_000) {
  const entry = workerEntryBeside(HOST_ENTRY);
  const keyring = new Keyring([module], { entry, clock: systemClock, log: () => undefined, hangAfterMs });
  cleanUps.push(() => keyring.close());
  const events: KeyEvent[] = [];
  const { cancellation } = createCanceller();
  void keyring.watch({ emit: (event) => events.push(event), cancellation });
  // A slow driver's keys come after the list.
  const shown = () =>
    events.findIndex((event) => event.type === 'inserted' || (event.type === 'list' && event.list.keys.length > 0));
  await expect.poll(shown, { timeout: 30_000 }).not.toBe(-1);
  const types = () => events.slice(shown() + 1).map(({ type }) => type);
  const told = (...wanted: KeyEvent['type'][]) => expect.poll(types, { timeout: 30_000 }).toEqual(wanted);
  return { keyring, types, told };
}

function moveOf({ removal }: TestKey) {
  if (!removal) throw new Error('a key that can not be pulled');
  return removal;
}

describe.each(['opensc', 'softhsm2'] as const)('a key of %s', (kind) => {
  it('rings when it comes and when it goes', async () => {
    const test = await openTestModule(kind);
    cleanUps.push(() => test.stop());
    const { pull, plug } = moveOf(await test.makeKey('响铃'));
    const ringing = startRinging(test.module);
    cleanUps.push(() => ringing.stop());
    await ringing.wired;
    for (const move of [pull, plug, pull]) {
      const rung = ringing.next();
      await move();
      await rung;
    }
  });

  it('is told to whoever watches, once for each time that it comes or goes', async () => {
    const test = await openTestModule(kind);
    cleanUps.push(() => test.stop());
    const { pull, plug } = moveOf(await test.makeKey('响铃'));
    const { told } = await watched(test);
    await pull();
    await told('removed');
    await plug();
    await told('removed', 'inserted');
    await pull();
    await told('removed', 'inserted', 'removed');
  });
});

async function waitingFaultModule(settings: Parameters<typeof openFaultModule>[0] = {}): Promise<FaultModule> {
  const test = await openFaultModule(settings);
  cleanUps.push(() => test.stop());
  return { ...test, module: { ...test.module, slotEvents: 'wait' } };
}

const waits = ({ token }: FaultModule) => token.trace().filter(({ call }) => call === 'C_WaitForSlotEvent');

describe('a driver that is to be waited in', () => {
  it('is, beside the calls of a verb', async () => {
    const test = await waitingFaultModule();
    const key = await test.makeKey('等待');
    const { pull, plug } = moveOf(key);
    const { keyring, told } = await watched(test);
    await pull();
    await told('removed');
    await plug();
    await told('removed', 'inserted');
    const keyId = `${test.module.id}:${key.serial}`;
    expect(await keyring.onKey('pin.verify', { keyId, pin: test.pin }, {})).toMatchObject({ ok: true });
    expect(waits(test).length).toBeGreaterThan(0);
  });

  it('and has no slot events, is asked again and again', async () => {
    const test = await waitingFaultModule({ 'wait-for-slot-event': 'no' });
    const { pull, plug } = moveOf(await test.makeKey('轮询'));
    const { told } = await watched(test);
    await expect.poll(() => waits(test)).toMatchObject([{ result: 0x54 }]);
    await pull();
    await told('removed');
    await plug();
    await told('removed', 'inserted');
    expect(waits(test)).toHaveLength(1);
  });

  it('and says at once and again that something happened, is asked again and again', async () => {
    const test = await waitingFaultModule();
    const { pull } = moveOf(await test.makeKey('空响'));
    test.token.setFaults(['call=C_WaitForSlotEvent do=return:0x0']);
    const { told } = await watched(test);
    await expect.poll(() => waits(test).length).toBe(20);
    await pull();
    await told('removed');
    expect(waits(test)).toHaveLength(20);
  });

  it.each(['crash', 'hang'])('and does a %s of it, is started again and never waited in any more', async (fault) => {
    const test = await waitingFaultModule();
    const { pull } = moveOf(await test.makeKey('不等'));
    test.token.setFaults([`call=C_WaitForSlotEvent nth=1 count=global do=${fault}`]);
    test.token.resetCounter();
    const { told } = await watched(test, 5_000);
    await told('removed', 'trouble', 'recovered', 'inserted');
    await pull();
    await told('removed', 'trouble', 'recovered', 'inserted', 'removed');
    expect(waits(test).length).toBeLessThanOrEqual(1);
  });

  it('and is to be finalised in the midst of a verb, is left in peace before, and the keys stay on the screen', async () => {
    const test = await waitingFaultModule();
    await test.makeKey('旁边');
    const { keyring, types } = await watched(test);
    const { serial } = await test.makeBlankKey();
    const verb = 'making.initialise' as const;
    const custodyKey = await publicText(await ephemeralKey());
    const terms = { label: '制作', custodyKey };
    const claims = claimsOf({ verb, serial, channel: 'shangqiu-ggzy', terms }, Date.now());
    const { cancellation } = createCanceller();
    const made = await keyring.byOrder(verb, { claims, pin: test.pin }, { cancellation });
    expect(made).toMatchObject({ ok: true });
    await expect.poll(() => types().at(-1)).toBe('inserted');
    expect(types().filter((type) => type === 'removed' || type === 'trouble')).toEqual([]);
  });
});
