import { sm2 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';
import { encryptBlock, LARGEST_BLOCK_BYTES } from './encrypt-block.ts';
import { FormatError } from './format-error.ts';
import { writePublicKey } from './public-key/public-key.ts';
import { SIGNERS } from './testing/all-forms.ts';

const block = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

describe('SM2, as GM/T 0003.4 has it', () => {
  const pair = sm2.generateKeyPairHex();
  const publicKey = writePublicKey({ kind: 'sm2', point: Buffer.from(pair.publicKey, 'hex') });
  const opened = (cipher: Uint8Array, mode: 0 | 1) =>
    Buffer.from(
      sm2.doDecrypt(Buffer.from(cipher).toString('hex').slice(2), pair.privateKey, mode, { output: 'array' }),
    );

  it('C1 C3 C2 and its older order are opened by the private key', () => {
    const [modern, older] = (['c1c3c2', 'c1c2c3'] as const).map((form) => encryptBlock({ publicKey, block, form }));
    expect(opened(modern ?? block, 1)).toEqual(block);
    expect(opened(older ?? block, 0)).toEqual(block);
    expect(modern).toHaveLength(1 + 64 + 32 + block.length);
  });

  it('two encryptions of one block are different', () => {
    expect(encryptBlock({ publicKey, block, form: 'c1c3c2' })).not.toEqual(
      encryptBlock({ publicKey, block, form: 'c1c3c2' }),
    );
  });

  it('not to a point beside the curve', () => {
    const point = Buffer.concat([Buffer.of(4), Buffer.alloc(64, 7)]);
    const beside = writePublicKey({ kind: 'sm2', point });
    expect(() => encryptBlock({ publicKey: beside, block, form: 'der' })).toThrow(FormatError);
  });
});

it('a form that the key does not have, or a block without bounds, is refused', () => {
  const rsa = SIGNERS['rsa-pkcs1-sha256'].publicKey;
  const p256 = SIGNERS['ecdsa-p256-sha256'].publicKey;
  expect(() => encryptBlock({ publicKey: rsa, block, form: 'c1c3c2' })).toThrow(FormatError);
  expect(() => encryptBlock({ publicKey: p256, block, form: 'rsa-pkcs1' })).toThrow(FormatError);
  expect(() => encryptBlock({ publicKey: p256, block, form: 'c1c3c2' })).toThrow(FormatError);
  expect(() => encryptBlock({ publicKey: rsa, block: Buffer.alloc(0), form: 'rsa-pkcs1' })).toThrow(FormatError);
  const long = Buffer.alloc(LARGEST_BLOCK_BYTES + 1);
  expect(() => encryptBlock({ publicKey: rsa, block: long, form: 'rsa-pkcs1' })).toThrow(FormatError);
});
