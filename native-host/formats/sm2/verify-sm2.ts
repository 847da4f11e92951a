import { sm2 } from 'sm-crypto-v2';
import { FormatError } from '../format-error.ts';
import { HALF_BYTES, signatureToRaw } from '../signature-value.ts';
import { SIGNER_ID } from './signer-hash.ts';

/** The order of the curve (GB/T 32918.5). */
const ORDER = Buffer.from('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123', 'hex');

export interface Sm2Signature {
  readonly point: Uint8Array;
  readonly message: Uint8Array;
  /** DER, GM/T 0009. */
  readonly signature: Uint8Array;
  readonly id?: string;
}

/** GM/T 0003.2 section 7.1, with the checks of its first two steps: r and s stand in 1 … n-1. */
export function verifySm2({ point, message, signature, id = SIGNER_ID }: Sm2Signature): boolean {
  try {
    const raw = signatureToRaw(signature);
    if (!inRange(raw.subarray(0, HALF_BYTES)) || !inRange(raw.subarray(HALF_BYTES))) return false;
    const options = { hash: true, userId: id };
    return sm2.doVerifySignature(message, hex(raw), hex(point), options);
  } catch {
    return false;
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const inRange = (half: Uint8Array): boolean => half.some((byte) => byte !== 0) && Buffer.compare(half, ORDER) < 0;

/** A point that is not on the curve would turn checks and encryption into games (GM/T 0003.1 section 6.2). */
export function assertOnSm2Curve(point: Uint8Array): void {
  try {
    if (sm2.verifyPublicKey(hex(point))) return;
  } catch {
    // Said below, in our own words.
  }
  throw new FormatError('malformed', 'the point is not on the SM2 curve');
}
