import type { KeyObject } from 'node:crypto';
import { partsOf, partsOfTag, readElement } from '../../der/der-reader.ts';

/** The number d, hex. RFC 5958 around RFC 5915. */
export function sm2PrivateNumber(key: KeyObject): string {
  const [, , octets] = partsOfTag(readElement(key.export({ format: 'der', type: 'pkcs8' })), 0x30);
  const [, number] = partsOf(readElement(octets?.content ?? Buffer.alloc(0)));
  return (number?.content ?? Buffer.alloc(0)).toString('hex').padStart(64, '0');
}
