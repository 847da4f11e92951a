import { createHash } from 'node:crypto';
import pkcs11js from 'pkcs11js';
import type { RawOrder } from './raw-calls.ts';

const order = JSON.parse(process.argv[2] ?? 'null') as RawOrder;
const MOST_OBJECTS = 100;
const SIGNATURE_BYTES = 256;
const DIGEST_INFO_SHA256 = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const digest = createHash('sha256').update('application').digest();

const p11 = new pkcs11js.PKCS11();
p11.load(order.library);
p11.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK });
const slot = p11.C_GetSlotList(true).find((one) => p11.C_GetTokenInfo(one).serialNumber.trim() === order.serial);
if (!slot) throw new Error('no such key');

const samples: number[] = [];
for (let turn = 0; turn < order.count; turn += 1) {
  const began = performance.now();
  work(slot);
  samples.push(performance.now() - began);
}
process.send?.(samples);

function work(key: Buffer): void {
  p11.C_GetTokenInfo(key);
  const session = p11.C_OpenSession(key, pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION);
  const certificates = find(session, [{ type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE }]);
  for (const certificate of certificates) {
    p11.C_GetAttributeValue(session, certificate, [{ type: pkcs11js.CKA_VALUE }, { type: pkcs11js.CKA_ID }]);
  }
  if (order.work === 'sign') sign(session);
  p11.C_CloseSession(session);
}

function sign(session: Buffer): void {
  p11.C_Login(session, pkcs11js.CKU_USER, order.pin);
  const rsa = order.algorithm === 'rsa-2048';
  const [key] = find(session, [
    { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PRIVATE_KEY },
    { type: pkcs11js.CKA_KEY_TYPE, value: rsa ? pkcs11js.CKK_RSA : pkcs11js.CKK_EC },
  ]);
  if (!key) throw new Error('no private key');
  p11.C_SignInit(session, { mechanism: rsa ? pkcs11js.CKM_RSA_PKCS : pkcs11js.CKM_ECDSA }, key);
  p11.C_Sign(session, rsa ? Buffer.concat([DIGEST_INFO_SHA256, digest]) : digest, Buffer.alloc(SIGNATURE_BYTES));
  p11.C_Logout(session);
}

function find(session: Buffer, template: pkcs11js.Template): Buffer[] {
  p11.C_FindObjectsInit(session, template);
  const found = p11.C_FindObjects(session, MOST_OBJECTS);
  p11.C_FindObjectsFinal(session);
  return found;
}
