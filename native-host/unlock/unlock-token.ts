import type { SealedSoPins } from '@certbridge/shared/contract/sealed-so-pins.ts';
import type { PinStatus } from '@certbridge/shared/domain/key.ts';
import { newPinFault } from '@certbridge/shared/domain/new-pin-rules.ts';
import type { CkrContext } from '../token/pkcs11/ckr-meanings.ts';
import { errorOfCkr } from '../token/pkcs11/ckr-table.ts';
import { DriverError } from '../token/pkcs11/driver-error.ts';
import type { TokenSession } from '../token/pkcs11/token-session.ts';
import { refuse } from '../token/worker/refused.ts';
import {
  NOTHING_NOTED,
  type SoPinName,
  soPinToPresent,
  withRefused,
  withTry,
  withWhatFlagsTell,
} from './so-pin-candidates.ts';
import type { SoPinNotes } from './so-pin-notes.ts';

/** Unlocking touches no object: these calls are all that it makes. */
export type UnlockSession = Pick<TokenSession, 'status' | 'login' | 'logout' | 'initPin' | 'setPin'>;

export interface Unlocking {
  readonly serial: string;
  readonly pins: SealedSoPins;
  readonly newPin: string;
  readonly birthday?: string | undefined;
  readonly notes: SoPinNotes;
}

export interface Unlocked {
  readonly after: PinStatus;
  /** The key has the next administrator password, as it said itself. */
  readonly rotated: boolean;
}

/**
 * Sets the user's password and rotates the administrator's. The order of the steps is reasoned in ADR 8. Throws
 * `Refused`, and what the session throws.
 */
export function unlockToken(session: UnlockSession, unlocking: Unlocking): Unlocked {
  // First of all, so that whatever cuts this attempt, the next one knows that no other computer came between.
  unlocking.notes.read();
  checkBefore(session, unlocking);
  const accepted = setUserPin(session, unlocking);
  if (session.status().serial !== unlocking.serial) refuse('KEY_CHANGED');
  const changed = accepted === 'current' && changeSoPin(session, unlocking.pins);
  proveUserPin(session, unlocking.newPin);
  const rotated = changed ? proveSoPin(session, unlocking) : accepted === 'next';
  return { after: session.status().pin, rotated };
}

/** What can be refused before the key is touched. */
function checkBefore(session: UnlockSession, { serial, newPin, birthday }: Unlocking): void {
  const status = session.status();
  if (status.serial !== serial) refuse('KEY_CHANGED');
  const fault = newPinFault(newPin, { length: status.pinLength, birthday });
  if (fault) refuse(fault, { values: { ...status.pinLength } });
}

/** Which administrator password the key took. */
function setUserPin(session: UnlockSession, { pins, newPin, notes }: Unlocking): SoPinName {
  for (;;) {
    const { soPin } = session.status();
    const note = withWhatFlagsTell(notes.read(), soPin);
    const name = soPinToPresent({ pins, soPin, note });
    if (!name) refuse(soPin.state === 'locked' ? 'SO_PIN_LOCKED' : 'SO_PIN_WRONG', { support: `SO ${soPin.state}` });
    notes.write(withTry(note, name, soPin));
    const wrong = isWrong(() => present(session, pins[name], newPin));
    // Forgotten before the password changes: what was refused until now may be right from then on.
    notes.write(wrong ? withRefused(note, name) : NOTHING_NOTED);
    if (!wrong) return name;
    logoutQuietly(session);
  }
}

/** A wrong one shows at login, or only at C_InitPIN (OpenSC): the two are one try. */
function present(session: UnlockSession, soPin: string, newPin: string): void {
  session.login('administrator', soPin);
  try {
    session.initPin(newPin);
  } catch (cause) {
    if (meaningOf(cause, 'so-new-pin') !== 'PIN_LENGTH') throw cause;
    refuse('PIN_LENGTH', { values: { ...session.status().pinLength } });
  }
}

/** A key that won't change it is unlocked all the same: custody keeps both until one of them is proven. */
function changeSoPin(session: UnlockSession, { current, next }: SealedSoPins): boolean {
  try {
    session.setPin(current, next);
    return true;
  } catch (cause) {
    if (meaningOf(cause, 'so-new-pin') === 'KEY_REMOVED') throw cause;
    return false;
  }
}

/** The user is told of a password only after it has opened the key. */
function proveUserPin(session: UnlockSession, newPin: string): void {
  logoutQuietly(session);
  try {
    session.login('user', newPin);
  } catch (cause) {
    if (meaningOf(cause, 'login')?.startsWith('PIN_')) refuse('DRIVER_FAULT', { support: 'new PIN not taken' });
    throw cause;
  }
  logoutQuietly(session);
}

/** If the driver said yes and did nothing, the old one is presented once more: a right one, which resets the count. */
function proveSoPin(session: UnlockSession, { pins, notes }: Unlocking): boolean {
  notes.write(withTry(NOTHING_NOTED, 'next', session.status().soPin));
  const wrong = isWrong(() => session.login('administrator', pins.next));
  notes.write(wrong ? withRefused(NOTHING_NOTED, 'next') : NOTHING_NOTED);
  if (wrong) isWrong(() => session.login('administrator', pins.current));
  logoutQuietly(session);
  return !wrong;
}

/** Only a plain "no" counts as one; every other answer of the driver goes on up, and no further password is presented. */
function isWrong(present: () => void): boolean {
  try {
    present();
    return false;
  } catch (cause) {
    if (meaningOf(cause, 'so-login') === 'SO_PIN_WRONG') return true;
    throw cause;
  }
}

function meaningOf(cause: unknown, about: CkrContext) {
  return cause instanceof DriverError ? errorOfCkr(cause.code, about).code : undefined;
}

/** Where nobody is logged in there is nobody to log out; anything else shows at the next call. */
function logoutQuietly(session: UnlockSession): void {
  try {
    session.logout();
  } catch (cause) {
    if (!(cause instanceof DriverError)) throw cause;
  }
}
