import { extension, keyIdentifierOf } from '../certificates/extensions.ts';
import {
  context,
  encode,
  enumerated,
  generalizedTime,
  objectIdentifier,
  octetString,
  sequence,
  simpleContext,
} from '../der/der-writer.ts';
import { signed } from '../keys/signing-key.ts';
import { OID } from '../object-identifiers.ts';
import type { Authority } from '../open-authorities.ts';
import { REASON_CODES } from '../revocation/revocation-reason.ts';
import type { CertificateStatus } from './ocsp-answer-store.ts';

export interface SingleAnswer {
  /** CertID, DER. */
  readonly certificateId: Buffer;
  readonly status: CertificateStatus;
}

export interface ReplyContent {
  readonly answers: readonly SingleAnswer[];
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** The nonce as the request has it: an OCTET STRING, DER. */
  readonly nonce?: Buffer | undefined;
}

const ERRORS = { malformedRequest: 1, unauthorized: 6 } as const;

/** OCSPResponse without anything signed, RFC 6960, 2.3. */
export function ocspError(error: keyof typeof ERRORS): Buffer {
  return sequence(enumerated(ERRORS[error]));
}

/** Signed by the delegated responder, whose certificate comes with it. */
export async function writeOcspReply(content: ReplyContent, responder: Authority['responder']): Promise<Buffer> {
  const { thisUpdate, nextUpdate, nonce } = content;
  const data = sequence(
    // By the key: a name can be another's.
    context(2, octetString(keyIdentifierOf(responder.key.publicKey))),
    generalizedTime(thisUpdate),
    sequence(
      ...content.answers.map(({ certificateId, status }) =>
        sequence(certificateId, statusOf(status), generalizedTime(thisUpdate), context(0, generalizedTime(nextUpdate))),
      ),
    ),
    ...(nonce ? [context(1, sequence(extension(OID.ocspNonce, nonce)))] : []),
  );
  const basic = await signed(responder.key, data, context(0, sequence(responder.certificate)));
  return sequence(enumerated(0), context(0, sequence(objectIdentifier(OID.ocspBasic), octetString(basic))));
}

function statusOf(status: CertificateStatus): Buffer {
  switch (status.status) {
    case 'good':
      return simpleContext(0, Buffer.alloc(0));
    case 'unknown':
      return simpleContext(2, Buffer.alloc(0));
    case 'revoked': {
      const { reason } = status;
      const why = reason === 'unspecified' ? [] : [context(0, enumerated(REASON_CODES[reason]))];
      return encode(0xa1, generalizedTime(status.at), ...why);
    }
  }
}
