import { constants, createHash, type KeyObject, privateDecrypt, privateEncrypt, randomBytes, sign } from 'node:crypto';
import { CardRefusal, SW } from '../apdu.ts';

export type SignatureAlgorithm = (key: KeyObject, data: Buffer) => Buffer;

/** The digest is known by its length alone: the command carries no name for it. */
const DIGEST_BY_LENGTH: ReadonlyMap<number, string> = new Map([
  [20, 'sha1'],
  [28, 'sha224'],
  [32, 'sha256'],
  [48, 'sha384'],
  [64, 'sha512'],
]);

const DIGEST_SIZES = [...DIGEST_BY_LENGTH.keys()];

export const bitsOf = (key: KeyObject): number => key.asymmetricKeyDetails?.modulusLength ?? 0;

/** RFC 8017 (5.2.1) without any padding: the host has made it, or will take it off. */
export function rawRsa(key: KeyObject, data: Buffer): Buffer {
  const size = bitsOf(key) / 8;
  if (data.length > size) throw new CardRefusal(SW.wrongLength);
  const block = Buffer.concat([Buffer.alloc(size - data.length), data]);
  try {
    return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block);
  } catch {
    throw new CardRefusal(SW.wrongData);
  }
}

function pkcs1(key: KeyObject, digestInfo: Buffer): Buffer {
  if (digestInfo.length + 11 > bitsOf(key) / 8) throw new CardRefusal(SW.wrongLength);
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo);
}

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1) over a digest made by the host; Node only signs what it hashes itself. */
export function pssOverDigest(key: KeyObject, data: Buffer): Buffer {
  const digest = withoutDigestInfo(data);
  const name = DIGEST_BY_LENGTH.get(digest.length);
  if (!name) throw new CardRefusal(SW.wrongLength);
  const size = Math.ceil((bitsOf(key) - 1) / 8);
  const salt = randomBytes(digest.length);
  const hash = createHash(name).update(Buffer.alloc(8)).update(digest).update(salt).digest();
  const block = Buffer.alloc(size - hash.length - 1);
  block[block.length - salt.length - 1] = 0x01;
  salt.copy(block, block.length - salt.length);
  const mask = mgf1(hash, { name, length: block.length });
  const masked = Buffer.from(block.map((byte, index) => byte ^ (mask[index] ?? 0)));
  masked.writeUInt8(masked.readUInt8(0) & (0xff >> (8 * size - (bitsOf(key) - 1))), 0);
  return rawRsa(key, Buffer.concat([masked, hash, Buffer.from([0xbc])]));
}

/** OpenSC 0.23 wraps the digest as PKCS#1 v1.5 wants it even for PSS (padding.c, sc_get_encoding_flags). */
function withoutDigestInfo(data: Buffer): Buffer {
  if (data[0] !== 0x30 || data[1] !== data.length - 2) return data;
  const size = DIGEST_SIZES.find((bytes) => data.readUInt16BE(data.length - bytes - 2) === (0x0400 | bytes));
  return size === undefined ? data : data.subarray(data.length - size);
}

function mgf1(seed: Buffer, wanted: { name: string; length: number }): Buffer {
  const parts: Buffer[] = [];
  for (let count = 0; parts.length * seed.length < wanted.length; count += 1) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    parts.push(createHash(wanted.name).update(seed).update(counter).digest());
  }
  return Buffer.concat(parts).subarray(0, wanted.length);
}

const pkcs1With =
  (digest: string): SignatureAlgorithm =>
  (key, data) =>
    sign(digest, data, { key, padding: constants.RSA_PKCS1_PADDING });

const pssWith =
  (digest: string): SignatureAlgorithm =>
  (key, data) =>
    sign(digest, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });

/** P2 of SIGN (card-sc-hsm.h). */
export const RSA_BY_ALGORITHM: ReadonlyMap<number, SignatureAlgorithm> = new Map<number, SignatureAlgorithm>([
  [0x20, rawRsa],
  [0x30, pkcs1],
  [0x31, pkcs1With('sha1')],
  [0x33, pkcs1With('sha256')],
  [0x40, pssOverDigest],
  [0x41, pssWith('sha1')],
  [0x43, pssWith('sha256')],
]);
