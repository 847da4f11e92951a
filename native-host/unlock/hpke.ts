import type { webcrypto } from 'node:crypto';
import { SEALING } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

/** The one suite of `SEALING`. Imported where something is sealed or opened, never at the host's start. */
export const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

export type EphemeralKey = webcrypto.CryptoKeyPair;

export interface Bound {
  /** Whom and what it is for; the same text on both sides. */
  readonly info: string;
  /** The one use of it. */
  readonly aad: string;
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** The private half can't leave WebCrypto, and is gone when nobody holds it any more. */
export async function ephemeralKey(): Promise<EphemeralKey> {
  return crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
}

/** An uncompressed point, as RFC 9180 section 7.1.1 serializes it; base64. */
export async function publicText(pair: EphemeralKey): Promise<string> {
  return Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64');
}

/** Nothing when it was sealed to another key, for something else, or altered. */
export async function open(pair: EphemeralKey, sealed: string, { info, aad }: Bound): Promise<Uint8Array | undefined> {
  const whole = Buffer.from(sealed, 'base64');
  const [enc, ciphertext] = [whole.subarray(0, SEALING.encBytes), whole.subarray(SEALING.encBytes)];
  try {
    const parameters = { recipientKey: pair, enc: copyOf(enc), info: bytes(info) };
    return new Uint8Array(await suite.open(parameters, copyOf(ciphertext), bytes(aad)));
  } catch {
    return undefined;
  }
}

/** `publicKey` as `publicText` gives it. */
export async function seal(publicKey: string, plaintext: Uint8Array, { info, aad }: Bound): Promise<string> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(copyOf(Buffer.from(publicKey, 'base64')));
  const parameters = { recipientPublicKey, info: bytes(info) };
  const { enc, ct } = await suite.seal(parameters, copyOf(plaintext), bytes(aad));
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]).toString('base64');
}

/** Can `seal` be given it? Otherwise it is no point of the curve. */
export async function isPublicText(text: string): Promise<boolean> {
  try {
    await suite.kem.deserializePublicKey(copyOf(Buffer.from(text, 'base64')));
    return true;
  } catch {
    return false;
  }
}

/** Buffers share one pool; the library takes whole ArrayBuffers. */
function copyOf(part: Uint8Array): ArrayBuffer {
  return new Uint8Array(part).buffer;
}
