import { inProcess, type SeenKey } from '../modules/initialise-key.ts';
import type { TestModule } from '../modules/test-module.ts';

const CKU_SO = 0;

/** Asked of the key by a stranger. OpenSC believes every administrator until he does something: the PIN is set anew. */
export function soPinOpens(test: TestModule & SeenKey, soPin: string, pin = test.pin): Promise<boolean> {
  return inProcess(test, async (p11) => {
    const [slot] = await p11.slots();
    if (!slot) return false;
    const session = await p11.session(slot);
    try {
      await p11.call('C_Login', session, CKU_SO, soPin);
      await p11.call('C_InitPIN', session, pin);
      return true;
    } catch {
      return false;
    }
  });
}
