import { hash } from '../digests.ts';
import { FormatError } from '../format-error.ts';

/** GM/T 0009 section 10: the signer's id when none is agreed on. All Chinese certificates use it. */
export const SIGNER_ID = '1234567812345678';

/** GB/T 32918.5: a, b and the base point of the recommended curve. */
const CURVE = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
);
const POINT_BYTES = 65;
const LONGEST_ID_BYTES = 0xffff >> 3;

/** Z = SM3(ENTL ‖ id ‖ a ‖ b ‖ G ‖ public key), GM/T 0003.2 section 5.5: binds the signature to the signer and the curve. */
export function signerHash(point: Uint8Array, id = SIGNER_ID): Uint8Array {
  if (point.length !== POINT_BYTES || point[0] !== 4) throw new FormatError('malformed', 'not an uncompressed point');
  const name = Buffer.from(id, 'utf8');
  if (name.length > LONGEST_ID_BYTES) throw new FormatError('unsuited', 'the id is longer than its length field');
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(name.length * 8);
  return hash('sm3', bits, name, CURVE, point.subarray(1));
}

export interface Sm2Message {
  readonly point: Uint8Array;
  readonly message: Uint8Array;
  readonly id?: string;
}

/** e = SM3(Z ‖ message): what is signed, for a mechanism that takes the hash. */
export function sm2Hash({ point, message, id = SIGNER_ID }: Sm2Message): Uint8Array {
  return hash('sm3', signerHash(point, id), message);
}
