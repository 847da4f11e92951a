import pkcs11js from 'pkcs11js';
import { driverErrorOf } from './driver-error.ts';
import type { PublicObjects, StoredCertificate } from './token-driver.ts';

/** More objects of a class than any key holds, so that a confused driver can't keep us reading. */
const MOST_OBJECTS = 64;
/** A certificate of our kind has about 2 kB. */
const LONGEST_CERTIFICATE_BYTES = 32 * 1024;

interface Session {
  readonly library: pkcs11js.PKCS11;
  readonly handle: Buffer;
}

/** Reads in one read-only session, without a login: a listing must never cost one of the user's tries. */
export function readPublicObjects(library: pkcs11js.PKCS11, slot: Buffer): PublicObjects {
  const session = { library, handle: library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION) };
  try {
    return {
      certificates: find(session, pkcs11js.CKO_CERTIFICATE).flatMap((object) => certificateOf(session, object)),
      privateKeyIds: idsOf(session, pkcs11js.CKO_PRIVATE_KEY),
      publicKeyIds: idsOf(session, pkcs11js.CKO_PUBLIC_KEY),
    };
  } finally {
    try {
      library.C_CloseSession(session.handle);
    } catch {
      // The key may be gone, and its session with it.
    }
  }
}

function find({ library, handle }: Session, objectClass: number): Buffer[] {
  library.C_FindObjectsInit(handle, [{ type: pkcs11js.CKA_CLASS, value: objectClass }]);
  try {
    return library.C_FindObjects(handle, MOST_OBJECTS);
  } finally {
    library.C_FindObjectsFinal(handle);
  }
}

function certificateOf(session: Session, object: Buffer): StoredCertificate[] {
  const der = attribute(session, object, pkcs11js.CKA_VALUE);
  if (der.length === 0 || der.length > LONGEST_CERTIFICATE_BYTES) return [];
  return [{ der, id: attribute(session, object, pkcs11js.CKA_ID).toString('hex') }];
}

function idsOf(session: Session, objectClass: number): Set<string> {
  const ids = find(session, objectClass).map((object) => attribute(session, object, pkcs11js.CKA_ID).toString('hex'));
  return new Set(ids.filter((id) => id !== ''));
}

const CKR_ATTRIBUTE_SENSITIVE = 0x11;
const CKR_ATTRIBUTE_TYPE_INVALID = 0x12;

/** Empty where the object has no such attribute; a driver may say that as an error. */
function attribute({ library, handle }: Session, object: Buffer, type: number): Buffer {
  try {
    return library.C_GetAttributeValue(handle, object, [{ type }])[0]?.value ?? Buffer.alloc(0);
  } catch (cause) {
    const { code } = driverErrorOf(cause);
    if (code === CKR_ATTRIBUTE_SENSITIVE || code === CKR_ATTRIBUTE_TYPE_INVALID) return Buffer.alloc(0);
    throw cause;
  }
}
