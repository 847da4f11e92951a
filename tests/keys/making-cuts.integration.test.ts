import { custodyInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import tass from '../../native-host/profiles/data/tass.json' with { type: 'json' };
import { shippedProfiles } from '../../native-host/profiles/shipped-profiles.ts';
import { claimsOf } from '../../native-host/testing/sign-work-order.ts';
import { makingRules } from '../../native-host/token/worker/making/making-rules.ts';
import { transportPin } from '../../native-host/token/worker/making/transport-pin.ts';
import { ephemeralKey, open, publicText } from '../../native-host/unlock/hpke.ts';
import type { TokenProcess } from '../fixtures/fault-token/token-process.ts';
import { openDesk, valueIn } from './campaign/desk.ts';
import { FaultBench } from './faults/fault-bench.ts';
import { soPinOpens } from './faults/so-pin-opens.ts';
import { tryCut, uncut } from './faults/try-cut.ts';
import { infoOf, inProcess } from './modules/initialise-key.ts';
import { openTestModule } from './modules/open-test-module.ts';
import type { TestModule } from './modules/test-module.ts';

const CKU_SO = 0;
const LABEL = 'Made';
const ORDER = { order: 'MAKE-0008', channel: 'shangqiu-ggzy' } as const;
const MADE_NOTE = `cb:${ORDER.order}:made`;

/** With the profile that fits, and what such a token tells of passwords. */
const KINDS = [
  ['softhsm2', 'softhsm2', 255],
  ['opensc', 'opensc-sc-hsm', 15],
  ['opencryptoki', 'opencryptoki', 8],
  ['fault', undefined, 16],
] as const;

describe.each(KINDS)('the making of a key of %s that was cut', (...[kind, profileId, longest]) => {
  const profile = shippedProfiles().find(({ id }) => id === profileId);
  const wanted = claimsOf({ verb: 'making.initialise', serial: '', ...ORDER, terms: { label: LABEL } }, Date.now());
  const transport = transportPin(wanted, makingRules(profile, { pinLength: { min: 4, max: longest } }));
  const firstSoPin = profile?.quirks.blankSoPin ?? transport;
  let module: TestModule;
  let custody: Awaited<ReturnType<typeof ephemeralKey>>;

  beforeEach(async () => {
    module = await openTestModule(kind);
    custody = await ephemeralKey();
  });
  afterEach(() => module.stop());

  /** Once more with the same order, as the maker does after a new start; gives the administrator's password that custody has then. */
  async function make(serial: string) {
    const custodyKey = await publicText(custody);
    const claims = { ...ORDER, serial: serial || '#0', terms: { label: LABEL, custodyKey } };
    const desk = openDesk(module);
    const made = valueIn(await desk.work('making.initialise', claims, { pin: module.pin }));
    desk.close();
    const info = custodyInfo({ ...ORDER, serial: made.serial });
    const soPin = await open(custody, made.sealedSoPin, { info, aad: ORDER.order });
    return { ...made, soPin: Buffer.from(soPin ?? []).toString() };
  }

  it('right after the key was initialised', async () => {
    await module.makeBlankKey();
    const serial = await cutAfterInitToken(module, { soPin: firstSoPin });
    expect(await soPinOpens(module, (await make(serial)).soPin)).toBe(true);
  });

  it('before the user had a password', async () => {
    await module.makeBlankKey();
    const serial = await cutAfterInitToken(module, { soPin: firstSoPin, changedTo: transport });
    expect(await soPinOpens(module, (await make(serial)).soPin)).toBe(true);
  });

  it('between the sealed password’s writing and the change to it', async () => {
    const { serial, soPin } = await make((await module.makeBlankKey()).serial);
    await asBefore(module, async (p11, slot) => {
      const session = await p11.session(slot);
      await p11.call('C_Login', session, CKU_SO, soPin);
      await p11.call('C_SetPIN', session, soPin, transport);
    });
    expect(await soPinOpens(module, (await make(serial)).soPin)).toBe(true);
  });

  it('after that change', async () => {
    const first = await make((await module.makeBlankKey()).serial);
    await asBefore(module, async () => undefined);
    expect(await make(first.serial)).toEqual(first);
    expect(await soPinOpens(module, first.soPin)).toBe(true);
  });
});

describe('a key whose kind comes with one administrator’s password for all', () => {
  it('is made in the end, wherever its driver’s process died after a change of a password', async () => {
    const profile = { ...tass, quirks: { blankSoPin: '12345678' } };
    const bench = await FaultBench.open({ verb: 'make', profiles: [profile] });
    const reference = await uncut(bench);
    const left: unknown[] = [];
    for (const number of await passwordCalls(bench)) {
      left.push(await tryCut(bench, { kind: 'module', during: 'call', number, after: true }, reference));
    }
    await bench.close();
    // The key, the order's own password, the user's, the key's own, and its proof.
    expect(left).toEqual(Array.from({ length: 5 }, () => ({ unusable: [], orphaned: [], lost: [] })));
  });
});

/** At which of the way's calls a password is set or changed. */
async function passwordCalls(bench: FaultBench): Promise<number[]> {
  await bench.restore();
  await bench.runCut(bench.way.begin(), { kind: 'key', during: 'call', number: Number.MAX_SAFE_INTEGER, after: false });
  const calls = bench.test.token.trace().map(({ call }) => call);
  return calls.flatMap((call, index) => (/^C_(InitToken|SetPIN|InitPIN)$/.test(call) ? [index + 1] : []));
}

/** The key as a process leaves it that dies then. */
function cutAfterInitToken(
  module: TestModule,
  { soPin, changedTo = soPin }: { readonly soPin: string; readonly changedTo?: string },
): Promise<string> {
  return inProcess(module, async (p11) => {
    const [blank] = await p11.slots();
    if (!blank) throw new Error('no key');
    await p11.call('C_InitToken', blank, soPin, LABEL.padEnd(32));
    // SoftHSM2 has the made token first; the others have one.
    const [slot] = await p11.slots();
    if (!slot) throw new Error('no key');
    if (changedTo !== soPin) {
      const session = await p11.session(slot);
      await p11.call('C_Login', session, CKU_SO, soPin);
      await p11.call('C_SetPIN', session, soPin, changedTo);
    }
    return (await infoOf(p11, slot)).serialNumber;
  });
}

/** Takes away the note that all was done, and what else is asked for. */
function asBefore(module: TestModule, undo: (p11: TokenProcess, slot: Buffer) => Promise<void>): Promise<void> {
  return inProcess(module, async (p11) => {
    const [slot] = await p11.slots();
    if (!slot) throw new Error('no key');
    const session = await p11.session(slot, module.pin);
    const [note] = await p11.find(session, [{ type: 3, value: MADE_NOTE }]);
    if (!note) throw new Error('no note');
    await p11.call('C_DestroyObject', session, note);
    await p11.call('C_Logout', session);
    await p11.call('C_CloseSession', session);
    await undo(p11, slot);
  });
}
