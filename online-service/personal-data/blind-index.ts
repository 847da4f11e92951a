import { createHmac, type KeyObject } from 'node:crypto';
import { deriveKey, type MasterKeys } from './master-key.ts';

/** Half of the hash: enough that two people never meet in one entry, short enough for an index. */
const INDEX_BYTES = 16;

export type IndexPurpose = 'id-number' | 'phone' | 'recipient' | 'checked-data' | 'code' | 'limit';

/** Finds who has this ID number or phone without storing either: equal for equal values, and meaningless without the key. */
export interface BlindIndex {
  /** Whose key makes the entries; kept beside them, it tells when they must be made again. */
  readonly keyId: string;
  of(purpose: IndexPurpose, value: string): Buffer;
}

/**
 * Under the oldest key, so that a rotation does not part old entries from new ones (a unique constraint stands on them).
 * Taking the oldest key away means making all entries again.
 */
export function blindIndex([oldest]: MasterKeys): BlindIndex {
  const keys: Readonly<Record<IndexPurpose, KeyObject>> = {
    'id-number': deriveKey(oldest, 'blind index v1: id-number'),
    phone: deriveKey(oldest, 'blind index v1: phone'),
    recipient: deriveKey(oldest, 'blind index v1: recipient'),
    'checked-data': deriveKey(oldest, 'blind index v1: checked-data'),
    code: deriveKey(oldest, 'blind index v1: code'),
    limit: deriveKey(oldest, 'blind index v1: limit'),
  };
  return {
    keyId: oldest.id,
    of(purpose, value) {
      const plain = NORMALISED[purpose](value.normalize('NFKC'));
      // Everybody without a number would be the same person.
      if (plain === '') throw new RangeError(`nothing to index as ${purpose}`);
      return createHmac('sha256', keys[purpose]).update(plain, 'utf8').digest().subarray(0, INDEX_BYTES);
    },
  };
}

/** Marks that people set as they please within a number. */
const MARKS = /[\s\-‐-―.·()]/g;

const NORMALISED: Readonly<Record<IndexPurpose, (value: string) => string>> = {
  'id-number': (value) => value.replace(MARKS, '').toUpperCase(),
  phone: (value) => value.replace(MARKS, '').replace(/^(\+|00)?86(?=1\d{10}$)/, ''),
  recipient: asGiven,
  'checked-data': asGiven,
  code: asGiven,
  limit: asGiven,
};

function asGiven(value: string): string {
  return value;
}
