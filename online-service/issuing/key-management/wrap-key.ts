import { judgePublicKey } from '../requests/public-key.ts';
import type { NewPair } from './new-encryption-pair.ts';
import { agreedEnvelope } from './wrapping/agreed-envelope.ts';
import { sm2EnvelopedKey } from './wrapping/sm2-enveloped-key.ts';
import { transportedEnvelope } from './wrapping/transported-envelope.ts';

export type WrapForm = 'cms-enveloped-data' | 'sm2-enveloped-key';

export interface WrappedKey {
  readonly form: WrapForm;
  /** DER. */
  readonly wrapped: Buffer;
}

/**
 * Only the holder of the recipient's private key can open it: CMS EnvelopedData around PKCS#8 (RFC 5652), or for SM2 the
 * structure of GM/T 0009, which Chinese keys import.
 */
export function wrapKey(pair: NewPair, recipient: Buffer): WrappedKey {
  const kind = judgePublicKey(recipient);
  switch (kind) {
    case 'rsa-2048':
      return { form: 'cms-enveloped-data', wrapped: transportedEnvelope(pair.privateKey, recipient) };
    case 'p256':
      return { form: 'cms-enveloped-data', wrapped: agreedEnvelope(pair.privateKey, recipient) };
    case 'sm2':
      return { form: 'sm2-enveloped-key', wrapped: sm2EnvelopedKey(pair, recipient) };
    default:
      throw new Error(`a key cannot be wrapped to this recipient: ${kind}`);
  }
}
