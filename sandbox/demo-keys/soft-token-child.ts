/** Fills one SoftHSM token through PKCS#11, in a process of its own because a module keeps state per process. */
import { text } from 'node:stream/consumers';
import pkcs11 from 'pkcs11js';
import { type SoftTokenReport, softTokenJob } from './soft-token-job.ts';
import { writePair } from './soft-token-objects.ts';

const LABEL_BYTES = 32;
const job = softTokenJob.parse(JSON.parse(await text(process.stdin)));
const module = new pkcs11.PKCS11();
module.load(job.module);
module.C_Initialize();
try {
  const [blank] = module.C_GetSlotList(true);
  if (!blank) throw new Error('SoftHSM shows no slot');
  module.C_InitToken(blank, job.soPin, padded(job.label));
  const session = module.C_OpenSession(initialisedSlot(), pkcs11.CKF_SERIAL_SESSION | pkcs11.CKF_RW_SESSION);
  module.C_Login(session, pkcs11.CKU_SO, job.soPin);
  module.C_InitPIN(session, job.pin);
  module.C_Logout(session);
  module.C_Login(session, pkcs11.CKU_USER, job.pin);
  for (const pair of job.pairs) writePair(module, session, pair);
  const report: SoftTokenReport = { serial: module.C_GetTokenInfo(initialisedSlot()).serialNumber.trim() };
  process.stdout.write(JSON.stringify(report));
} finally {
  module.C_Finalize();
}

/** A token that has just been initialised moves to another slot; SoftHSM always keeps a blank one beside it. */
function initialisedSlot(): Buffer {
  const isInitialised = (slot: Buffer): boolean =>
    (module.C_GetTokenInfo(slot).flags & pkcs11.CKF_TOKEN_INITIALIZED) !== 0;
  const slot = module.C_GetSlotList(true).find(isInitialised);
  if (!slot) throw new Error('the initialised token is not shown');
  return slot;
}

/** CK_TOKEN_INFO.label: 32 bytes, padded with blanks, without a closing zero (PKCS#11 v2.40, 3.3). */
function padded(label: string): string {
  return label + ' '.repeat(LABEL_BYTES - Buffer.byteLength(label));
}
