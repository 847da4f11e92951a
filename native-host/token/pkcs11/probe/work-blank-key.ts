import pkcs11js from 'pkcs11js';
import { CERTIFICATE, ISSUER } from './probe-certificate.ts';
import type { ProbedStep, ProbedWork, ProbeRequest } from './probe-report.ts';
import { attempt, ProbingSession } from './probing-session.ts';
import { tryP256, tryRsa, trySm2 } from './try-algorithms.ts';

const LABEL = 'CertBridge probe'.padEnd(32);
const PIN_DIGITS = '64821903';
const USUAL_LENGTH = 6;
type Write = NonNullable<ProbeRequest['write']>;

/**
 * Initialises a blank key and makes one of everything on it, so that a profile says what the key does and not what its
 * papers say. What was made is deleted again; the passwords stay, and the report names them.
 */
export function workBlankKey(library: pkcs11js.PKCS11, slot: Buffer, { soPins, sm2 }: Write): ProbedWork {
  const steps: ProbedStep[] = [];
  const { minPinLen } = library.C_GetTokenInfo(slot);
  const pin = PIN_DIGITS.slice(0, Math.max(USUAL_LENGTH, minPinLen));
  const soPin = soPins.find(
    (candidate) =>
      attempt(steps, 'initialise', () => library.C_InitToken(slot, candidate, LABEL) ?? true) !== undefined,
  );
  if (soPin === undefined) return { soPin: '', pin: '', steps };
  const session = new ProbingSession(library, slot, steps);
  try {
    setUserPin(session, soPin, pin);
    if (!attempt(steps, 'log in', () => library.C_Login(session.handle, pkcs11js.CKU_USER, pin) ?? true)) {
      return { soPin, pin, steps };
    }
    tryRsa(session);
    tryP256(session);
    const form = trySm2(session, slot, sm2);
    const needs = certificateNeedsIssuer(session);
    library.C_Logout(session.handle);
    return {
      soPin,
      pin,
      steps,
      soLogin: soLoginOf(session, soPin),
      ...(needs === undefined ? {} : { certificateNeedsIssuer: needs }),
      ...(form ? { sm2: form } : {}),
    };
  } finally {
    session.close();
  }
}

function setUserPin({ library, handle, steps }: ProbingSession, soPin: string, pin: string): void {
  attempt(steps, 'set the user password', () => {
    library.C_Login(handle, pkcs11js.CKU_SO, soPin);
    try {
      library.C_InitPIN(handle, pin);
    } finally {
      library.C_Logout(handle);
    }
  });
}

/** One wrong login of the many that an SO has: some drivers say yes to it. */
function soLoginOf({ library, handle }: ProbingSession, soPin: string): 'at-once' | 'late' {
  const wrong = (soPin.startsWith('0') ? '1' : '0').repeat(soPin.length);
  try {
    library.C_Login(handle, pkcs11js.CKU_SO, wrong);
    library.C_Logout(handle);
    return 'late';
  } catch {
    return 'at-once';
  }
}

function certificateNeedsIssuer({ library, handle, steps }: ProbingSession): boolean | undefined {
  const write = (what: string, template: pkcs11js.Template): boolean =>
    attempt(steps, what, () => {
      library.C_DestroyObject(handle, library.C_CreateObject(handle, template));
      return true;
    }) ?? false;
  if (write('write a certificate', CERTIFICATE)) return false;
  return write('write a certificate with issuer', [...CERTIFICATE, ...ISSUER]) ? true : undefined;
}
