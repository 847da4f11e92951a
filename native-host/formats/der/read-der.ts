import { AsnConvert } from '@peculiar/asn1-schema';
import { FormatError } from '../format-error.ts';

/** Larger than any certificate chain or signature that the contract lets through. */
const LARGEST_BYTES = 128 * 1024;

/** What comes from a key, a page or the network: of bounded size, and one kind of error for all that is wrong with it. */
export function readDer<T>(bytes: Uint8Array, schema: new () => T): T {
  if (bytes.length > LARGEST_BYTES) throw new FormatError('malformed', 'larger than any structure that is read here');
  try {
    return AsnConvert.parse(bytes, schema);
  } catch (cause) {
    throw new FormatError('malformed', 'not the structure that was expected', { cause });
  }
}
