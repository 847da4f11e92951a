import { timingSafeEqual } from 'node:crypto';
import { CardRefusal, SW, triesLeft } from './apdu.ts';
import type { Chip } from './chip.ts';

/** P2 of the PIN instructions (card-sc-hsm.h). */
export const REFERENCE = { user: 0x81, securityOfficer: 0x88 } as const;
export const PIN_LENGTH = { min: 6, max: 15 } as const;
export const SO_PIN_BYTES = 8;

/**
 * Compares and counts. The try is taken off and stored before the comparison, so that
 * cutting the power at the right moment gives nobody a free try.
 */
export function checkSecret(chip: Chip, name: 'pin' | 'soPin', given: Buffer): void {
  const secret = chip.state[name];
  if (!secret) throw new CardRefusal(SW.notUsable);
  if (secret.triesLeft === 0) throw new CardRefusal(SW.blocked);
  const left = secret.triesLeft - 1;
  chip.save({ [name]: { ...secret, triesLeft: left } });
  const right = Buffer.from(secret.value, 'hex');
  if (right.length !== given.length || !timingSafeEqual(right, given)) {
    if (name === 'pin') chip.session.verified = false;
    throw new CardRefusal(left === 0 ? SW.blocked : triesLeft(left));
  }
  chip.save({ [name]: { ...secret, triesLeft: secret.maxTries } });
}

/** What an empty VERIFY is told (ISO 7816-4, 11.5.6). */
export function secretStatus(chip: Chip, name: 'pin' | 'soPin'): number {
  const secret = chip.state[name];
  if (!secret) return SW.notUsable;
  if (name === 'pin' && chip.session.verified) return SW.ok;
  return secret.triesLeft === 0 ? SW.blocked : triesLeft(secret.triesLeft);
}

export function checkedPin(pin: Buffer): Buffer {
  if (pin.length < PIN_LENGTH.min || pin.length > PIN_LENGTH.max) throw new CardRefusal(SW.wrongLength);
  return pin;
}
