import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { lengthOf, plainLine } from './as-typed.ts';

export const ADDRESS_REASONS = ['address-digits', 'address-short', 'address-long', 'address-characters'] as const;
type AddressReason = (typeof ADDRESS_REASONS)[number] | Missing;

const SHORTEST = 5;
/** What fits on a courier's label. */
const LONGEST = 100;
/** Courier labels and their systems know letters, digits and the usual punctuation. */
const WRITABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{Z}+＋~～°№]+$/u;

/** Where a parcel goes, below province and city. */
export function checkPostalAddress(text: string): Checked<AddressReason> {
  const address = plainLine(text);
  if (address === '') return refused('missing');
  if (!/\p{L}/u.test(address)) return refused('address-digits');
  if (lengthOf(address) < SHORTEST) return refused('address-short');
  if (lengthOf(address) > LONGEST) return refused('address-long');
  return WRITABLE.test(address) ? accepted(address) : refused('address-characters');
}
