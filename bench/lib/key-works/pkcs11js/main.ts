/** The PKCS#11 calls that the work takes, made straight through the binding: the floor. */
import { createHash } from 'node:crypto';
import pkcs11js from 'pkcs11js';
import { type KeyWork, serveWork } from '../work-process.ts';

const order = JSON.parse(process.argv[2] ?? 'null') as KeyWork;
const MOST_OBJECTS = 100;
const SIGNATURE_BYTES = 256;
const DIGEST_INFO_SHA256 = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const digest = createHash('sha256').update('application').digest();
const WORKS = { sign, list, read } as const;

const p11 = new pkcs11js.PKCS11();
p11.load(order.library);
p11.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK });
const slot = slotOf(order.serial);
serveWork(WORKS[order.work]);

/** SoftHSM2 shows a new token only after it was initialised again, so a list begins with that. */
function list(): void {
  p11.C_Finalize();
  p11.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK });
  const keys = p11.C_GetSlotList(true).filter((one) => p11.C_GetTokenInfo(one).serialNumber.trim() !== '');
  if (keys.length !== order.keys) throw new Error(`${keys.length} keys`);
}

function read(): void {
  p11.C_GetTokenInfo(slot);
  const session = p11.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION);
  readCertificates(session);
  for (const objectClass of [pkcs11js.CKO_PRIVATE_KEY, pkcs11js.CKO_PUBLIC_KEY]) {
    for (const key of find(session, [{ type: pkcs11js.CKA_CLASS, value: objectClass }])) {
      p11.C_GetAttributeValue(session, key, [{ type: pkcs11js.CKA_ID }]);
    }
  }
  p11.C_CloseSession(session);
}

/** Session, certificate, login, private key, signature, logout. */
function sign(): void {
  p11.C_GetTokenInfo(slot);
  const session = p11.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION);
  readCertificates(session);
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
  p11.C_CloseSession(session);
}

function readCertificates(session: Buffer): void {
  for (const certificate of find(session, [{ type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE }])) {
    p11.C_GetAttributeValue(session, certificate, [{ type: pkcs11js.CKA_VALUE }, { type: pkcs11js.CKA_ID }]);
  }
}

function slotOf(serial: string): Buffer {
  const found = p11.C_GetSlotList(true).find((one) => p11.C_GetTokenInfo(one).serialNumber.trim() === serial);
  if (!found) throw new Error('no such key');
  return found;
}

function find(session: Buffer, template: pkcs11js.Template): Buffer[] {
  p11.C_FindObjectsInit(session, template);
  const found = p11.C_FindObjects(session, MOST_OBJECTS);
  p11.C_FindObjectsFinal(session);
  return found;
}
