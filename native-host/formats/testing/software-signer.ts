import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { sm2 } from 'sm-crypto-v2';
import { context, integer, objectIdentifier, octetString, sequence } from '../der/der-writer.ts';
import { OID } from '../object-identifiers.ts';
import { writePublicKey } from '../public-key/public-key.ts';
import { PSS_SALT_BYTES } from '../signature-algorithms.ts';
import { signatureToDer } from '../signature-value.ts';
import type { Signer } from '../signer.ts';
import { SIGNER_ID } from '../sm2/signer-hash.ts';
import { pem } from './openssl.ts';

export interface SoftwareSigner extends Signer {
  /** For openssl, to open what was encrypted to the public key. */
  readonly privatePem: string;
}

/** A key without a token, for tests. */
export function softwareSigner(form: SignatureForm): SoftwareSigner {
  switch (form) {
    case 'rsa-pkcs1-sha256':
      return nodeSigner(form, rsaKey(), { padding: constants.RSA_PKCS1_PADDING });
    case 'rsa-pss-sha256':
      return nodeSigner(form, rsaKey(), { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: PSS_SALT_BYTES });
    case 'ecdsa-p256-sha256':
      return nodeSigner(form, generateKeyPairSync('ec', { namedCurve: 'P-256' }), { dsaEncoding: 'der' });
    case 'sm2-sm3':
      return sm2Signer();
  }
}

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}
type SignOptions = { padding?: number; saltLength?: number; dsaEncoding?: 'der' };

const rsaKey = (): KeyPair => generateKeyPairSync('rsa', { modulusLength: 2048 });

function nodeSigner(form: SignatureForm, pair: KeyPair, options: SignOptions): SoftwareSigner {
  return {
    form,
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }),
    privatePem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    sign: async (message) => sign('sha256', message, { key: pair.privateKey, ...options }),
  };
}

export interface Sm2SoftwareSigner extends SoftwareSigner {
  sign(message: Uint8Array, id?: string): Promise<Uint8Array>;
}

export function sm2Signer(): Sm2SoftwareSigner {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const scalar = Buffer.from(privateKey.padStart(64, '0'), 'hex');
  return {
    form: 'sm2-sm3',
    publicKey: writePublicKey({ kind: 'sm2', point: Buffer.from(publicKey, 'hex') }),
    privatePem: sm2PrivatePem(scalar),
    sign: async (message, id = SIGNER_ID) => {
      const raw = sm2.doSignature(message, privateKey, { hash: true, publicKey, userId: id });
      return signatureToDer(Buffer.from(raw, 'hex'));
    },
  };
}

/** RFC 5915, the public point left to the reader. */
function sm2PrivatePem(scalar: Uint8Array): string {
  return pem('EC PRIVATE KEY', sequence(integer(1), octetString(scalar), context(0, objectIdentifier(OID.sm2))));
}
