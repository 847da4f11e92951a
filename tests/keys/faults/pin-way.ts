import type { MadeKey } from './made-key.ts';
import { fingerprints, signsWith } from './sign-way.ts';
import type { KeyAtStart, Way } from './way.ts';

const NEW_PIN = '730492';

/** The holder changes the password; one whom the old password fails afterwards tries the new one. */
export function pinWay({ test, serial, algorithm }: KeyAtStart, { certificates }: MadeKey): Way {
  const [sign = '', encrypt = ''] = fingerprints(certificates);
  const keyId = `${test.module.id}:${serial}`;
  const { pin } = test;
  return {
    begin: () => ({
      pin: NEW_PIN,
      keeps: () => [sign, encrypt],
      run: async (desk) => {
        const changed = await desk.work('pin.change', { serial }, { pin, newPin: NEW_PIN });
        if (changed.ok || changed.error.code !== 'PIN_WRONG') return changed;
        return desk.call('pin.verify', { keyId, pin: NEW_PIN });
      },
      worksMeanwhile: async (desk) => {
        const withOld = await signsWith(desk, { serial, algorithm, pin }, sign);
        return withOld && signsWith(desk, { serial, algorithm, pin: NEW_PIN }, sign);
      },
      worksAtEnd: (desk) => signsWith(desk, { serial, algorithm, pin: NEW_PIN }, sign),
    }),
  };
}
