import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import pkcs11js from 'pkcs11js';
import type { MechanismInput, MechanismOutput } from '../../formats/mechanism-data.ts';
import { PSS_SALT_BYTES } from '../../formats/signature-algorithms.ts';
import { MECHANISM } from './capabilities.ts';
import type { Sm2Dialect } from './sm2-dialect.ts';

export interface SigningWay {
  readonly mechanism: pkcs11js.Mechanism;
  readonly input: MechanismInput;
  readonly output: MechanismOutput;
}

/** RFC 8017 section 9.1 with SHA-256 throughout. */
const PSS: pkcs11js.RsaPSS = {
  type: pkcs11js.CK_PARAMS_RSA_PSS,
  hashAlg: MECHANISM.SHA256,
  mgf: pkcs11js.CKG_MGF1_SHA256,
  saltLen: PSS_SALT_BYTES,
};

/** The first way that the token knows. Hashing is left to it where it can, and done here where it can't. */
export function signingWay(
  form: SignatureForm,
  mechanisms: ReadonlySet<number>,
  sm2: Sm2Dialect | undefined,
): SigningWay | undefined {
  return waysOf(form, sm2).find(({ mechanism }) => mechanisms.has(mechanism.mechanism));
}

function waysOf(form: SignatureForm, sm2: Sm2Dialect | undefined): readonly SigningWay[] {
  switch (form) {
    case 'rsa-pkcs1-sha256':
      return [way(MECHANISM.SHA256_RSA_PKCS, 'message'), way(MECHANISM.RSA_PKCS, 'digest-info')];
    case 'rsa-pss-sha256':
      return [way(MECHANISM.SHA256_RSA_PKCS_PSS, 'message', PSS), way(MECHANISM.RSA_PKCS_PSS, 'hash', PSS)];
    case 'ecdsa-p256-sha256':
      return [way(MECHANISM.ECDSA, 'hash'), way(MECHANISM.ECDSA_SHA256, 'message')];
    case 'sm2-sm3':
      return sm2 ? [sm2Way(sm2.sign)] : [];
  }
}

function way(mechanism: number, input: MechanismInput, parameter?: pkcs11js.IParams): SigningWay {
  return { mechanism: { mechanism, ...(parameter ? { parameter } : {}) }, input, output: 'raw' };
}

function sm2Way({ mechanism, takes, addsZ, answers }: Sm2Dialect['sign']): SigningWay {
  const hashes = addsZ ? 'message' : 'z-message';
  return { mechanism: { mechanism }, input: takes === 'digest' ? 'hash' : hashes, output: answers };
}
