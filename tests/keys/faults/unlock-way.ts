import { unlockingInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { seal } from '../../../native-host/unlock/hpke.ts';
import { inProcess } from '../modules/initialise-key.ts';
import type { TestModule } from '../modules/test-module.ts';
import type { MadeKey } from './made-key.ts';
import { fingerprints, signsWith } from './sign-way.ts';
import { soPinOpens } from './so-pin-opens.ts';
import type { KeyAtStart, Way } from './way.ts';

const ORDER = { order: 'UNLOCK-0001', channel: 'shangqiu-ggzy' } as const;
const NEW_PIN = '739164';
const CKU_USER = 1;
/** More than any of the keys here gives. */
const MANY_TRIES = 6;

/** A holder who locked the key by wrong tries has it unlocked; each release of custody's passwords is counted. */
export function unlockWay({ test, serial, algorithm }: KeyAtStart, { certificates }: MadeKey): Way {
  const pair = { current: test.soPin, next: [...test.soPin].reverse().join('').replace(/^./, '4') };
  const [sign = '', encrypt = ''] = fingerprints(certificates);
  const ordered = { ...ORDER, serial };
  let generation = 0;
  return {
    begin: () => {
      generation += 1;
      const own = { generation, ...pair };
      let release = 0;
      let rotated = false;
      return {
        pin: NEW_PIN,
        keeps: () => [sign, encrypt],
        run: async (desk) => {
          const begun = await desk.work('unlock.begin', ordered, {});
          if (!begun.ok) return begun;
          const { publicKey, unlocking } = begun.value;
          release += 1;
          const pins = Buffer.from(JSON.stringify({ ...own, release }));
          const sealed = await seal(publicKey, pins, { info: unlockingInfo(ordered), aad: unlocking });
          const done = await desk.work('unlock.complete', ordered, { unlocking, sealed, newPin: NEW_PIN });
          if (done.ok) rotated = done.value.rotated;
          return done;
        },
        worksMeanwhile: async () => undefined,
        worksAtEnd: async (desk) => {
          const signed = await signsWith(desk, { serial, algorithm, pin: NEW_PIN }, sign);
          if (signed) return signed;
          // Custody keeps both until one of them is proven.
          for (const soPin of rotated ? [pair.next] : [pair.next, pair.current]) {
            if (await soPinOpens(test, soPin, NEW_PIN)) return undefined;
          }
          return 'the administrator password in custody is wrong';
        },
      };
    },
  };
}

export function lockPassword(test: TestModule): Promise<void> {
  return inProcess(test, async (p11) => {
    const [slot] = await p11.slots();
    if (!slot) throw new Error('no key');
    const session = await p11.session(slot);
    for (let tries = 0; tries < MANY_TRIES; tries += 1) {
      await p11.call('C_Login', session, CKU_USER, '918273').catch(() => undefined);
    }
  });
}
