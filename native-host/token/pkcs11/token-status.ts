import type pkcs11js from 'pkcs11js';
import { cleanText } from '../../clean-text.ts';
import { pinStatusOf, soPinStatusOf, TOKEN_FLAGS } from './pin-status.ts';
import type { TokenStatus } from './token-session.ts';

/** CK_UNAVAILABLE_INFORMATION: all bits set, of a CK_ULONG of 32 or 64 bits. */
const UNAVAILABLE: ReadonlySet<bigint> = new Set([0xffff_ffffn, 0xffff_ffff_ffff_ffffn]);
const LONGEST_PIN = 64;
/** Some drivers tell 0 of 0, NSS 1 of 1: that is no room, and no number either. */
const SMALLEST_KEY_BYTES = 1024n;

export function tokenStatus(info: pkcs11js.TokenInfo): TokenStatus {
  return {
    serial: cleanText(info.serialNumber),
    label: cleanText(info.label),
    blank: (info.flags & TOKEN_FLAGS.TOKEN_INITIALIZED) === 0,
    pin: pinStatusOf(info.flags),
    soPin: soPinStatusOf(info.flags),
    userPinSet: (info.flags & TOKEN_FLAGS.USER_PIN_INITIALIZED) !== 0,
    pinLength: pinLengthOf(info),
    freeBytes: freeBytes(info),
  };
}

export function pinLengthOf({ minPinLen, maxPinLen }: Pick<pkcs11js.TokenInfo, 'minPinLen' | 'maxPinLen'>) {
  return { min: Math.max(minPinLen, 1), max: within(maxPinLen) };
}

function within(longest: number): number {
  return longest > 0 && longest < LONGEST_PIN ? longest : LONGEST_PIN;
}

/** The binding gives these fields as bigint, whatever its types say. */
function freeBytes({ freePublicMemory, totalPublicMemory }: pkcs11js.TokenInfo): number | undefined {
  const [free, total] = [BigInt(freePublicMemory), BigInt(totalPublicMemory)];
  return UNAVAILABLE.has(free) || UNAVAILABLE.has(total) || total < SMALLEST_KEY_BYTES ? undefined : Number(free);
}
