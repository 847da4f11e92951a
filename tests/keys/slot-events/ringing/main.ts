import { join } from 'node:path';
import pkcs11js from 'pkcs11js';
import { wireOf } from '../../../../native-host/token/worker/bell/wire-of.ts';
import { workerModule } from '../../../../native-host/token/worker/worker-module.ts';
import type { RingingMessage } from '../ringing-process.ts';

const WORKER = join(import.meta.dirname, '../../../../native-host/token/worker/main.ts');
const module = workerModule.parse(JSON.parse(process.argv[2] ?? 'null'));
const say = (message: RingingMessage) => process.send?.(message);

const library = new pkcs11js.PKCS11();
library.load(module.path);
library.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK });
library.C_GetSlotList(true);
if (module.slotEvents === 'wait') forgetWhatWasBefore();
wireOf(module, WORKER)?.lay({ ring: () => say('ring'), ended: () => say('ended') });
say('wired');
// The library is the main thread's: it must not be closed while the other thread waits in it.
setInterval(() => library.C_GetInfo(), 60_000);

/** OpenSC counts what it found at C_Initialize as an event. */
function forgetWhatWasBefore(): void {
  while (library.C_WaitForSlotEvent(pkcs11js.CKF_DONT_BLOCK) !== null);
}
