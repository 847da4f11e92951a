/**
 * A driver that stays loaded, as the host's token worker keeps it. Commands, one a line on stdin, JSON answers on stdout:
 * `slots` the labels of the tokens present; `open PIN` opens a session, logs in and finds the first private key;
 * `sign` signs with it.
 */
import { createInterface } from 'node:readline';
import pkcs11 from 'pkcs11js';

const module = new pkcs11.PKCS11();
module.load(process.argv[2] ?? '');
module.C_Initialize();

let session: Buffer | null = null;
let key: Buffer | null = null;

function open(pin: string): string {
  const [slot] = module.C_GetSlotList(true);
  if (!slot) throw new Error('no token');
  session = module.C_OpenSession(slot, pkcs11.CKF_SERIAL_SESSION | pkcs11.CKF_RW_SESSION);
  module.C_Login(session, pkcs11.CKU_USER, pin);
  module.C_FindObjectsInit(session, [{ type: pkcs11.CKA_CLASS, value: pkcs11.CKO_PRIVATE_KEY }]);
  key = module.C_FindObjects(session, 1)[0] ?? null;
  module.C_FindObjectsFinal(session);
  return 'open';
}

function sign(): number {
  if (!session || !key) throw new Error('not open');
  module.C_SignInit(session, { mechanism: pkcs11.CKM_SHA256_RSA_PKCS }, key);
  return module.C_Sign(session, Buffer.from('hello'), Buffer.alloc(512)).length;
}

function slots(): string[] {
  return module.C_GetSlotList(true).map((slot) => module.C_GetTokenInfo(slot).label.trim());
}

function answer(line: string): unknown {
  const [word, pin] = line.split(' ');
  if (word === 'slots') return slots();
  if (word === 'sign') return sign();
  return open(pin ?? '');
}

createInterface({ input: process.stdin }).on('line', (line) => {
  try {
    process.stdout.write(`${JSON.stringify({ value: answer(line) })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
  }
});
