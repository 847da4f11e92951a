import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { CertificationRequest } from '@peculiar/asn1-csr';
import { bitString, sequence } from '../der/der-writer.ts';
import { elementsOf } from '../der/elements-of.ts';
import { readDer } from '../der/read-der.ts';
import { SIGNATURE_IDENTIFIERS } from '../signature-algorithms.ts';
import { verifySignature } from '../verify-signature.ts';

export interface VerifiedRequest {
  readonly form: SignatureForm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** Name, DER. */
  readonly subject: Uint8Array;
}

const FORMS = Object.keys(SIGNATURE_IDENTIFIERS) as SignatureForm[];

/** Proof of possession: the request is signed by the private key of the public key that it carries (RFC 2986 section 3). */
export function verifyRequest(request: Uint8Array): VerifiedRequest | undefined {
  try {
    const signature = new Uint8Array(readDer(request, CertificationRequest).signature);
    const [info = new Uint8Array(0), algorithm = new Uint8Array(0)] = elementsOf(request);
    const [, subject, publicKey] = elementsOf(info);
    const form = FORMS.find((candidate) => Buffer.from(SIGNATURE_IDENTIFIERS[candidate]).equals(algorithm));
    // The frame is not signed: it has one encoding, so that one request is not two.
    const inOneForm = Buffer.from(sequence(info, algorithm, bitString(signature))).equals(request);
    if (!form || !subject || !publicKey || !inOneForm) return undefined;
    return verifySignature({ form, publicKey, message: info, signature }) ? { form, publicKey, subject } : undefined;
  } catch {
    return undefined;
  }
}
