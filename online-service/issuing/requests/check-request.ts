import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { AUTHORITY_ALGORITHMS, authorityOf, SIGNATURE_IDENTIFIERS } from '../algorithms.ts';
import { DerError, expectTag, octetsOfBits, partsOf, partsOfTag, readElement } from '../der/der-reader.ts';
import { bitString, sequence } from '../der/der-writer.ts';
import { verifies } from '../keys/verify-signature.ts';
import { judgePublicKey, type KeyFault } from './public-key.ts';

export type RequestFault = KeyFault | 'malformed' | 'signature-algorithm' | 'not-possessed';

export type CheckedRequest =
  | { readonly fault: RequestFault }
  | { readonly fault?: undefined; readonly algorithm: KeyAlgorithm; readonly publicKey: Buffer };

const LARGEST_BYTES = 16 * 1024;

/**
 * PKCS#10 (RFC 2986). Only the key is taken from it: who is named is decided by the order, whatever the request says. Its
 * signature proves that who asks has the private key.
 */
export function checkRequest(request: Uint8Array): CheckedRequest {
  if (request.length > LARGEST_BYTES) return { fault: 'malformed' };
  try {
    return check(Buffer.from(request));
  } catch (fault) {
    if (!(fault instanceof DerError)) throw fault;
    return { fault: 'malformed' };
  }
}

function check(request: Buffer): CheckedRequest {
  const [info, algorithm, bits, ...more] = partsOfTag(readElement(request), 0x30);
  const signature = octetsOfBits(bits);
  if (!info || !algorithm || more.length > 0) return { fault: 'malformed' };
  if (!sequence(info.whole, algorithm.whole, bitString(signature)).equals(request)) return { fault: 'malformed' };
  const [version, subject, key, attributes] = partsOf(expectTag(info, 0x30));
  if (!expectTag(version, 0x02).content.equals(Buffer.of(0))) return { fault: 'malformed' };
  expectTag(subject, 0x30);
  expectTag(attributes, 0xa0);
  const publicKey = expectTag(key, 0x30).whole;
  const judged = judgePublicKey(publicKey);
  if (judged !== 'rsa-2048' && judged !== 'p256' && judged !== 'sm2') return { fault: judged };
  const signedWith = AUTHORITY_ALGORITHMS.find((one) => SIGNATURE_IDENTIFIERS[one].equals(algorithm.whole));
  if (signedWith !== authorityOf(judged)) return { fault: 'signature-algorithm' };
  const proven = verifies({ algorithm: signedWith, message: info.whole, signature }, publicKey);
  return proven ? { algorithm: judged, publicKey } : { fault: 'not-possessed' };
}
