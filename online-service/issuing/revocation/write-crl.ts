import { SIGNATURE_IDENTIFIERS } from '../algorithms.ts';
import { authorityKeyIdentifier, extension, freshestCrl } from '../certificates/extensions.ts';
import { context, enumerated, integer, sequence, time } from '../der/der-writer.ts';
import { type SigningKey, signed } from '../keys/signing-key.ts';
import { OID } from '../object-identifiers.ts';
import { REASON_CODES, type RevocationReason } from './revocation-reason.ts';

export interface RevokedEntry {
  readonly serialNumber: Uint8Array;
  readonly revokedAt: Date;
  readonly reason: RevocationReason;
}

export interface CrlContent {
  /** Name, DER. */
  readonly issuer: Uint8Array;
  readonly number: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly entries: readonly RevokedEntry[];
  /** A full list says where its deltas are; a delta says to which full list it adds. */
  readonly form: { readonly kind: 'full'; readonly delta?: string } | { readonly kind: 'delta'; readonly base: number };
}

const VERSION_2 = 1;

/** CertificateList, RFC 5280, 5.1. */
export function writeCrl(content: CrlContent, key: SigningKey): Promise<Buffer> {
  const { entries, form } = content;
  const extensions = [
    authorityKeyIdentifier(key.publicKey),
    extension(OID.crlNumber, integer(content.number)),
    ...(form.kind === 'delta' ? [extension(OID.deltaCrlIndicator, integer(form.base), true)] : []),
    ...(form.kind === 'full' && form.delta !== undefined ? [freshestCrl(form.delta)] : []),
  ];
  const list = sequence(
    integer(VERSION_2),
    SIGNATURE_IDENTIFIERS[key.algorithm],
    content.issuer,
    time(content.thisUpdate),
    time(content.nextUpdate),
    ...(entries.length === 0 ? [] : [sequence(...entries.map(entryOf))]),
    context(0, sequence(...extensions)),
  );
  return signed(key, list);
}

/** RFC 5280, 5.3.1: `unspecified` is not written. */
function entryOf({ serialNumber, revokedAt, reason }: RevokedEntry): Buffer {
  const why = reason === 'unspecified' ? [] : [sequence(extension(OID.crlReason, enumerated(REASON_CODES[reason])))];
  return sequence(integer(serialNumber), time(revokedAt), ...why);
}
