import { blankSerial, initialiseKey } from './initialise-key.ts';
import { startPkcsslotd } from './pkcsslotd.ts';
import type { TestModule } from './test-module.ts';

const LIBRARY = '/usr/lib/x86_64-linux-gnu/pkcs11/libopencryptoki.so';
/** openCryptoki's blank tokens come with this one, and want it changed (its FAQ, "default PINs"). */
const DEFAULT_SO_PIN = '87654321';

/** The soft token, with a daemon and files of its own: a process that loads the module with `env` is led to them. */
export async function openOpencryptoki(): Promise<TestModule> {
  const daemon = await startPkcsslotd();
  const own = {
    kind: 'opencryptoki',
    module: {
      id: 'opencryptoki',
      name: 'openCryptoki',
      path: LIBRARY,
      env: { ...daemon.env },
      seesNewTokensAfter: 'polling',
    },
    // Four to eight characters.
    pin: '648219',
    soPin: '76543210',
    blankSoPin: DEFAULT_SO_PIN,
  } as const;
  return {
    ...own,
    makeBlankKey: async () => ({ serial: await blankSerial(own) }),
    makeKey: async (label) => ({ serial: await initialiseKey(own, label) }),
    stop: () => daemon.stop(),
  };
}
