import pkcs11js from 'pkcs11js';
import { cleanText } from '../../../clean-text.ts';
import { TOKEN_FLAGS } from '../pin-status.ts';
import { readPublicObjects } from '../public-objects.ts';
import type { ProbedKey, ProbedMechanism } from './probe-report.ts';

/** CK_SLOT_INFO.flags, PKCS#11 v2.40 section 3.2. */
const CKF_REMOVABLE_DEVICE = 0x2;

const MECHANISM_NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(pkcs11js).flatMap(([name, value]) =>
    name.startsWith('CKM_') && typeof value === 'number' && value < pkcs11js.CKM_VENDOR_DEFINED
      ? [[value, name] as const]
      : [],
  ),
);

/** Reads only: no login, no write, and no try of a password. */
export function readKey(library: pkcs11js.PKCS11, handle: Buffer): ProbedKey {
  const info = library.C_GetTokenInfo(handle);
  const { flags: slotFlags } = library.C_GetSlotInfo(handle);
  const free = Number(info.freePublicMemory);
  return {
    slot: handle.readUInt32LE(0),
    removable: (slotFlags & CKF_REMOVABLE_DEVICE) !== 0,
    initialised: (info.flags & TOKEN_FLAGS.TOKEN_INITIALIZED) !== 0,
    loginRequired: (info.flags & TOKEN_FLAGS.LOGIN_REQUIRED) !== 0,
    claimsPinPad: (info.flags & pkcs11js.CKF_PROTECTED_AUTHENTICATION_PATH) !== 0,
    label: cleanText(info.label),
    serial: cleanText(info.serialNumber),
    manufacturer: cleanText(info.manufacturerID),
    model: cleanText(info.model),
    pin: { min: info.minPinLen, max: info.maxPinLen },
    // CK_UNAVAILABLE_INFORMATION is all ones, in 32 bits or in 64.
    ...(free < 0xffff_ffff ? { freeBytes: free } : {}),
    mechanisms: library.C_GetMechanismList(handle).map((mechanism) => readMechanism(library, handle, mechanism)),
    objects: countObjects(library, handle),
  };
}

function readMechanism(library: pkcs11js.PKCS11, slot: Buffer, number: number): ProbedMechanism {
  const { flags, minKeySize: min, maxKeySize: max } = library.C_GetMechanismInfo(slot, number);
  return { number, name: MECHANISM_NAMES.get(number) ?? '', flags, keySizes: { min, max } };
}

/** A blank key may refuse even a session. */
function countObjects(library: pkcs11js.PKCS11, slot: Buffer): ProbedKey['objects'] {
  try {
    const { certificates, publicKeyIds, privateKeyIds } = readPublicObjects(library, slot);
    return { certificates: certificates.length, publicKeys: publicKeyIds.size, privateKeys: privateKeyIds.size };
  } catch {
    return { certificates: 0, publicKeys: 0, privateKeys: 0 };
  }
}
