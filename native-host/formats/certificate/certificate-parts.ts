import { exactDer } from '../../x509/exact-der.ts';
import { elementsOf } from '../der/elements-of.ts';
import { FormatError } from '../format-error.ts';

/**
 * What a certificate lends to other structures, byte for byte. Chinese authorities write names in many string types; a
 * name that was read and written again may no longer be the issuer's.
 */
export interface CertificateParts {
  /** Without what some tokens hand out behind it. */
  readonly der: Uint8Array;
  /** INTEGER, with its header. */
  readonly serialNumber: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
}

const LARGEST_BYTES = 64 * 1024;
const VERSION_TAG = 0xa0;

/** RFC 5280 section 4.1. */
export function certificateParts(bytes: Uint8Array): CertificateParts {
  const der = exactDer(bytes.subarray(0, LARGEST_BYTES));
  if (!der) throw new FormatError('malformed', 'not a certificate');
  const [tbs = new Uint8Array(0)] = elementsOf(der);
  const fields = elementsOf(tbs);
  const start = fields[0]?.[0] === VERSION_TAG ? 1 : 0;
  const [serialNumber, , issuer, , subject, publicKey] = fields.slice(start);
  if (!serialNumber || !issuer || !subject || !publicKey) throw new FormatError('malformed', 'not a certificate');
  return { der, serialNumber, issuer, subject, publicKey };
}
