import { octetsOfBits, partsOf, readElement } from '../der/der-reader.ts';
import { DISTID, says } from './openssl.ts';

/** OpenSSL's word on a list or an answer signed with SM2, whose signer's id its commands for these cannot be told. */
export function sm2SignatureStands(signed: Buffer, certificate: string): boolean {
  const [message, , bits] = partsOf(readElement(signed));
  const files = { message: message?.whole ?? '', signature: octetsOfBits(bits), certificate };
  const words = [
    'pkeyutl',
    '-verify',
    '-certin',
    '-inkey',
    '@certificate',
    '-rawin',
    '-digest',
    'sm3',
    '-pkeyopt',
    DISTID,
  ];
  return says('openssl', files, [...words, '-in', '@message', '-sigfile', '@signature']).ended === 0;
}

/** BasicOCSPResponse out of an OCSPResponse. */
export function basicReplyOf(reply: Buffer): Buffer {
  const [, wrapped] = partsOf(readElement(reply));
  const [bytes] = partsOf(wrapped ?? readElement(reply));
  const [, basic] = partsOf(bytes ?? readElement(reply));
  return basic?.content ?? Buffer.alloc(0);
}
