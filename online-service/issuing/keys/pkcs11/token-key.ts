import { createHash } from 'node:crypto';
import pkcs11js from 'pkcs11js';
import { readElement } from '../../der/der-reader.ts';
import { bitString, integer, nothing, objectIdentifier, octetString, sequence } from '../../der/der-writer.ts';
import { OID } from '../../object-identifiers.ts';
import type { SigningKey } from '../signing-key.ts';
import { type OpenToken, TokenMissing } from './open-token.ts';

/** No Debian module has SM2, and its mechanisms have each vendor's own numbers: SM2's authority lies in a file. */
export type TokenAlgorithm = 'rsa' | 'p256';

const P256 = objectIdentifier(OID.p256);
const EXPONENT = Buffer.from([1, 0, 1]);
const LONGEST_SIGNATURE_BYTES = 1024;
const HALF_BYTES = 32;
/** RFC 8017, 9.2: what stands before a SHA-256 in a signature. */
const SHA256_INFO = sequence(sequence(objectIdentifier(OID.sha256), nothing()), octetString(Buffer.alloc(32))).subarray(
  0,
  -32,
);

export interface TokenKeyWanted {
  readonly algorithm: TokenAlgorithm;
  readonly label: string;
  readonly rsaBits: number;
}

/** Made on the token, and never to leave it. */
export function makeTokenKey({ library, session }: OpenToken, { algorithm, label, rsaBits }: TokenKeyWanted): void {
  const common = [
    { type: pkcs11js.CKA_TOKEN, value: true },
    { type: pkcs11js.CKA_LABEL, value: label },
    { type: pkcs11js.CKA_ID, value: createHash('sha256').update(label).digest().subarray(0, 16) },
  ];
  const size =
    algorithm === 'rsa'
      ? [
          { type: pkcs11js.CKA_MODULUS_BITS, value: rsaBits },
          { type: pkcs11js.CKA_PUBLIC_EXPONENT, value: EXPONENT },
        ]
      : [{ type: pkcs11js.CKA_EC_PARAMS, value: P256 }];
  const mechanism = algorithm === 'rsa' ? pkcs11js.CKM_RSA_PKCS_KEY_PAIR_GEN : pkcs11js.CKM_EC_KEY_PAIR_GEN;
  library.C_GenerateKeyPair(
    session,
    { mechanism },
    [...common, { type: pkcs11js.CKA_VERIFY, value: true }, ...size],
    [
      ...common,
      { type: pkcs11js.CKA_PRIVATE, value: true },
      { type: pkcs11js.CKA_SENSITIVE, value: true },
      { type: pkcs11js.CKA_EXTRACTABLE, value: false },
      { type: pkcs11js.CKA_SIGN, value: true },
    ],
  );
}

/**
 * One signature at a time: a session has room for one. `open` is called again when a signature fails, because a token that
 * was restarted has forgotten its sessions; a second fault is the token's own.
 */
export function tokenKey(open: () => OpenToken, algorithm: TokenAlgorithm, label: string): SigningKey {
  let ready = at(open(), label);
  const publicKey = readPublicKey(ready.token, algorithm, find(ready.token, pkcs11js.CKO_PUBLIC_KEY, label));
  let before: Promise<unknown> = Promise.resolve();
  const signNow = (message: Uint8Array) =>
    signOn(ready, algorithm, message).catch(() => {
      ready = at(open(), label);
      return signOn(ready, algorithm, message);
    });
  return {
    algorithm,
    publicKey,
    sign(message) {
      const signature = before.then(() => signNow(message));
      before = signature.catch(() => undefined);
      return signature;
    },
  };
}

interface Ready {
  readonly token: OpenToken;
  readonly privateKey: Buffer;
}

function at(token: OpenToken, label: string): Ready {
  return { token, privateKey: find(token, pkcs11js.CKO_PRIVATE_KEY, label) };
}

async function signOn({ token, privateKey }: Ready, algorithm: TokenAlgorithm, message: Uint8Array): Promise<Buffer> {
  const digest = createHash('sha256').update(message).digest();
  const mechanism = algorithm === 'rsa' ? pkcs11js.CKM_RSA_PKCS : pkcs11js.CKM_ECDSA;
  token.library.C_SignInit(token.session, { mechanism }, privateKey);
  const input = algorithm === 'rsa' ? Buffer.concat([SHA256_INFO, digest]) : digest;
  const signature = await token.library.C_SignAsync(token.session, input, Buffer.alloc(LONGEST_SIGNATURE_BYTES));
  if (algorithm === 'rsa') return signature;
  return sequence(integer(signature.subarray(0, HALF_BYTES)), integer(signature.subarray(HALF_BYTES)));
}

function find({ library, session }: OpenToken, type: number, label: string): Buffer {
  library.C_FindObjectsInit(session, [
    { type: pkcs11js.CKA_CLASS, value: type },
    { type: pkcs11js.CKA_LABEL, value: label },
  ]);
  const found = library.C_FindObjects(session, 2);
  library.C_FindObjectsFinal(session);
  const [only, ...more] = found;
  if (!only || more.length > 0) throw new TokenMissing('not exactly one key of that label');
  return only;
}

function readPublicKey({ library, session }: OpenToken, algorithm: TokenAlgorithm, key: Buffer): Buffer {
  const read = (types: readonly number[]) =>
    library.C_GetAttributeValue(
      session,
      key,
      types.map((type) => ({ type })),
    );
  if (algorithm === 'rsa') {
    const [modulus, exponent] = read([pkcs11js.CKA_MODULUS, pkcs11js.CKA_PUBLIC_EXPONENT]);
    const numbers = sequence(integer(bytesOf(modulus)), integer(bytesOf(exponent)));
    return sequence(sequence(objectIdentifier(OID.rsaEncryption), nothing()), bitString(numbers));
  }
  const [point] = read([pkcs11js.CKA_EC_POINT]);
  return sequence(sequence(objectIdentifier(OID.ecPublicKey), P256), bitString(readElement(bytesOf(point)).content));
}

function bytesOf(attribute: { readonly value?: unknown } | undefined): Buffer {
  if (!Buffer.isBuffer(attribute?.value)) throw new TokenMissing('a key without its numbers');
  return attribute.value;
}
