import pkcs11js from 'pkcs11js';

export interface TokenPlace {
  /** Path of the PKCS#11 module. */
  readonly module: string;
  readonly token: string;
}

export interface OpenToken {
  readonly library: pkcs11js.PKCS11;
  readonly session: Buffer;
}

/** The token that is named is not there, or its key is not. */
export class TokenMissing extends Error {
  override readonly name = 'TokenMissing';
}

const loaded = new Map<string, pkcs11js.PKCS11>();

/** A session in which the user has logged in; a module is loaded once in a process. */
export function openToken({ module, token }: TokenPlace, pin: string): OpenToken {
  const library = loaded.get(module) ?? load(module);
  const slot = library
    .C_GetSlotList(true)
    .find((candidate) => library.C_GetTokenInfo(candidate).label.replace(/[\s\0]+$/, '') === token);
  if (!slot) throw new TokenMissing('no token of that label');
  const session = library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION);
  try {
    library.C_Login(session, pkcs11js.CKU_USER, pin);
  } catch (fault) {
    // All sessions of a process share one login.
    if (!(fault instanceof pkcs11js.Pkcs11Error) || fault.code !== pkcs11js.CKR_USER_ALREADY_LOGGED_IN) throw fault;
  }
  return { library, session };
}

function load(module: string): pkcs11js.PKCS11 {
  const library = new pkcs11js.PKCS11();
  library.load(module);
  library.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK });
  loaded.set(module, library);
  return library;
}
