import { sm2 } from 'sm-crypto-v2';
import { integer, octetString, sequence } from '../der/der-writer.ts';
import { DIGEST_BYTES } from '../digests.ts';
import { HALF_BYTES } from '../signature-value.ts';
import { assertOnSm2Curve } from './verify-sm2.ts';

/**
 * How the parts stand: C1 the ephemeral point, C2 the text, C3 the check. GM/T 0003.4 has C1 C3 C2, its draft of 2010,
 * which older keys still speak, C1 C2 C3; GM/T 0009 has DER. What a key takes is for its token profile to say.
 */
export const SM2_CIPHER_FORMS = ['c1c3c2', 'c1c2c3', 'der'] as const;
export type Sm2CipherForm = (typeof SM2_CIPHER_FORMS)[number];

/** sm-crypto-v2's number for C1 C3 C2. */
const C1C3C2 = 1;
const POINT_MARK = Uint8Array.of(4);

export interface Sm2Text {
  readonly point: Uint8Array;
  readonly text: Uint8Array;
  readonly form: Sm2CipherForm;
}

export function encryptSm2({ point, text, form }: Sm2Text): Uint8Array {
  assertOnSm2Curve(point);
  const cipher = Buffer.from(sm2.doEncrypt(text, Buffer.from(point).toString('hex'), C1C3C2), 'hex');
  const x = cipher.subarray(0, HALF_BYTES);
  const y = cipher.subarray(HALF_BYTES, HALF_BYTES * 2);
  const check = cipher.subarray(HALF_BYTES * 2, HALF_BYTES * 2 + DIGEST_BYTES);
  const hidden = cipher.subarray(HALF_BYTES * 2 + DIGEST_BYTES);
  switch (form) {
    case 'c1c3c2':
      return Buffer.concat([POINT_MARK, x, y, check, hidden]);
    case 'c1c2c3':
      return Buffer.concat([POINT_MARK, x, y, hidden, check]);
    case 'der':
      return sequence(integer(x), integer(y), octetString(check), octetString(hidden));
  }
}
