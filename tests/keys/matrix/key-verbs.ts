/** The verbs that work the key as a whole. Their rows name no algorithm. */
import { custodyInfo, unlockingInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { ephemeralKey, open, publicText, seal } from '../../../native-host/unlock/hpke.ts';
import { infoOf, inProcess } from '../modules/initialise-key.ts';
import type { TestModule } from '../modules/test-module.ts';
import type { HostDesk } from '../through-host/host-desk.ts';
import { expectThat, need } from './rows.ts';
import type { Subject } from './subject.ts';

const CHANNEL = 'shangqiu-ggzy';
const CKU_SO = 0;
const NEW_PIN = '739164';
const AFTER_UNLOCK = '602837';
const NONE = '-';

export async function readingVerbs(subject: Subject): Promise<void> {
  const { desk, key, pin, row } = subject;
  await row({ verb: 'keys.list', algorithm: NONE }, async () => {
    const { keys } = need(await desk.call('keys.list', {}));
    expectThat(
      keys.some(({ serial }) => serial === key.serial),
      'the key is not listed',
    );
  });
  await row({ verb: 'key.identify', algorithm: NONE }, async () => {
    const identified = need(await desk.call('key.identify', { keyId: key.keyId }));
    expectThat(identified.lastFour === key.serial.slice(-4), `last four: ${identified.lastFour}`);
  });
  await row({ verb: 'pin.verify', algorithm: NONE }, async () => {
    const wrong = await desk.call('pin.verify', { keyId: key.keyId, pin: '918273' });
    expectThat(!wrong.ok && wrong.error.code === 'PIN_WRONG', 'a wrong password is not called wrong');
    need(await desk.call('pin.verify', { keyId: key.keyId, pin }));
  });
}

export async function passwordVerbs(subject: Subject): Promise<void> {
  const { desk, key, pin, soPin, row } = subject;
  const { serial } = key;
  // Where there is no administrator, any password shows it.
  const current = soPin || '12345678';
  const verifies = async (password: string) => (await desk.call('pin.verify', { keyId: key.keyId, pin: password })).ok;
  await row({ verb: 'pin.change', algorithm: NONE }, async () => {
    need(await desk.work('pin.change', { serial }, { pin, newPin: NEW_PIN }));
    expectThat(await verifies(NEW_PIN), 'the new password does not open');
    need(await desk.work('pin.change', { serial }, { pin: NEW_PIN, newPin: pin }));
    expectThat(await verifies(pin), 'the old password does not open again');
  });
  await row({ verb: 'unlock.begin + unlock.complete', algorithm: NONE }, async () => {
    const unlocked = need(await unlock(subject, { current, next: otherThan(current) }));
    expectThat(unlocked.rotated, 'the administrator password was not rotated');
    expectThat(await verifies(AFTER_UNLOCK), 'the new password does not open');
  });
}

async function unlock({ desk, key }: Subject, pair: { readonly current: string; readonly next: string }) {
  const ordered = { serial: key.serial, order: 'UNLOCK-1', channel: CHANNEL } as const;
  const begun = need(await desk.work('unlock.begin', ordered, {}));
  const pins = Buffer.from(JSON.stringify({ generation: 1, release: 1, ...pair }));
  const bound = { info: unlockingInfo(ordered), aad: begun.unlocking };
  const sealed = await seal(begun.publicKey, pins, bound);
  return desk.work('unlock.complete', ordered, { unlocking: begun.unlocking, sealed, newPin: AFTER_UNLOCK });
}

/** Of the same length and kind, which each token has its own idea of. */
function otherThan(soPin: string): string {
  return [...soPin].reverse().join('').replace(/^./, '4');
}

/** The one blank key; afterwards the administrator's password that went into custody must open it, and no other way. */
export async function initialising(
  subject: Omit<Subject, 'key'> & { serial: string; test: TestModule },
): Promise<void> {
  const { desk, pin, row, test } = subject;
  await row({ verb: 'making.initialise', algorithm: NONE }, async () => {
    const custody = await ephemeralKey();
    const ordered = {
      serial: subject.serial,
      order: 'MAKE-BLANK',
      channel: CHANNEL,
      terms: { label: 'Made', custodyKey: await publicText(custody) },
    } as const;
    const made = need(await desk.work('making.initialise', ordered, { pin }));
    const info = custodyInfo({ ...ordered, serial: made.serial });
    const soPin = await open(custody, made.sealedSoPin, { info, aad: ordered.order });
    if (!soPin) throw new Error('what was sealed for custody does not open');
    await opensBoth(test, { serial: made.serial, pin, soPin: Buffer.from(soPin).toString() });
    await refusesAgain(desk, made.serial, pin);
  });
}

function opensBoth(test: TestModule, has: { readonly serial: string; readonly pin: string; readonly soPin: string }) {
  return inProcess(test, async (p11) => {
    for (const slot of await p11.slots()) {
      if ((await infoOf(p11, slot)).serialNumber !== has.serial) continue;
      const session = await p11.session(slot, has.pin);
      await p11.call('C_Logout', session);
      await p11.call('C_Login', session, CKU_SO, has.soPin);
      // OpenSC believes every administrator until he does something.
      await p11.call('C_InitPIN', session, has.pin);
      return;
    }
    throw new Error('the made key is not found');
  });
}

async function refusesAgain(desk: HostDesk, serial: string, pin: string): Promise<void> {
  const custodyKey = await publicText(await ephemeralKey());
  const ordered = { serial, order: 'MAKE-OTHER', terms: { label: 'Other', custodyKey } };
  const again = await desk.work('making.initialise', ordered, { pin });
  expectThat(!again.ok && again.error.code === 'KEY_NOT_BLANK', 'an initialised key was taken for a blank one');
}
