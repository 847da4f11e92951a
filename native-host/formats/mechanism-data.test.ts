import { constants, createPrivateKey, privateEncrypt } from 'node:crypto';
import { SIGNATURE_FORMS } from '@certbridge/shared/contract/work-order.ts';
import { sm2 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';
import { hash } from './digests.ts';
import { FormatError } from './format-error.ts';
import { MECHANISM_INPUTS, mechanismData, signatureOfMechanism } from './mechanism-data.ts';
import { writePublicKey } from './public-key/public-key.ts';
import { signatureToDer, signatureToRaw } from './signature-value.ts';
import { SIGNERS } from './testing/all-forms.ts';
import { GMT_0003_5 } from './testing/sm2-vectors.ts';
import { verifySignature } from './verify-signature.ts';

const message = Buffer.from('投标申请');

describe('what a mechanism is given, so that its signature is over the message', () => {
  it('CKM_RSA_PKCS: DigestInfo, which it pads', () => {
    const { publicKey, privatePem } = SIGNERS['rsa-pkcs1-sha256'];
    const data = mechanismData({ form: 'rsa-pkcs1-sha256', input: 'digest-info', publicKey, message });
    const key = { key: createPrivateKey(privatePem), padding: constants.RSA_PKCS1_PADDING };
    const signature = privateEncrypt(key, data);
    expect(verifySignature({ form: 'rsa-pkcs1-sha256', publicKey, message, signature })).toBe(true);
  });

  it.each(['rsa-pss-sha256', 'ecdsa-p256-sha256'] as const)('bare %s: the digest', (form) => {
    const { publicKey } = SIGNERS[form];
    expect(mechanismData({ form, input: 'hash', publicKey, message })).toEqual(hash('sha-256', message));
  });

  const publicKey = writePublicKey({ kind: 'sm2', point: GMT_0003_5.point });
  const forSm2 = (input: 'hash' | 'z-message') =>
    mechanismData({ form: 'sm2-sm3', input, publicKey, message: GMT_0003_5.message });

  it('SM2 over a hash: e of GM/T 0003.5, and so it verifies', () => {
    expect(Buffer.from(forSm2('hash'))).toEqual(GMT_0003_5.e);
    const pair = sm2.generateKeyPairHex();
    const ownKey = writePublicKey({ kind: 'sm2', point: Buffer.from(pair.publicKey, 'hex') });
    const e = mechanismData({ form: 'sm2-sm3', input: 'hash', publicKey: ownKey, message });
    const raw = Buffer.from(sm2.doSignature(e, pair.privateKey), 'hex');
    const signature = signatureOfMechanism('sm2-sm3', 'raw', raw);
    expect(verifySignature({ form: 'sm2-sm3', publicKey: ownKey, message, signature })).toBe(true);
  });

  it('SM3 and SM2 without Z: Z and the message, whose SM3 is e', () => {
    expect(Buffer.from(hash('sm3', forSm2('z-message')))).toEqual(GMT_0003_5.e);
  });

  it('a mechanism that hashes: the message', () => {
    for (const form of SIGNATURE_FORMS) {
      expect(mechanismData({ form, input: 'message', publicKey: SIGNERS[form].publicKey, message })).toBe(message);
    }
  });

  it('no pairing that makes no sense', () => {
    const p256 = SIGNERS['ecdsa-p256-sha256'].publicKey;
    expect(() => mechanismData({ form: 'sm2-sm3', input: 'hash', publicKey: p256, message })).toThrow(FormatError);
    expect(() => mechanismData({ form: 'sm2-sm3', input: 'digest-info', publicKey, message })).toThrow(FormatError);
    expect(MECHANISM_INPUTS).toHaveLength(4);
  });
});

describe('a mechanism’s answer becomes the signature', () => {
  const raw = GMT_0003_5.rs;

  it('r‖s to DER; DER as it is; RSA as it is', () => {
    expect(signatureOfMechanism('sm2-sm3', 'raw', raw)).toEqual(signatureToDer(raw));
    expect(signatureOfMechanism('sm2-sm3', 'der', signatureToDer(raw))).toEqual(signatureToDer(raw));
    expect(signatureToRaw(signatureOfMechanism('ecdsa-p256-sha256', 'raw', raw))).toEqual(raw);
    expect(signatureOfMechanism('rsa-pss-sha256', 'raw', raw)).toBe(raw);
  });

  it('and what is neither is refused', () => {
    expect(() => signatureOfMechanism('sm2-sm3', 'der', raw)).toThrow(FormatError);
    expect(() => signatureOfMechanism('ecdsa-p256-sha256', 'raw', raw.subarray(1))).toThrow(FormatError);
  });
});
