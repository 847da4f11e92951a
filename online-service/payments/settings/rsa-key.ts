import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';

/** What both providers ask for at least. */
const FEWEST_BITS = 2_048;

/** A private RSA key: PEM, or the bare base64 that the providers' own tools give. */
export const rsaPrivateKey = rsaKey((text) =>
  isPem(text)
    ? createPrivateKey(text)
    : firstOf(
        () => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }),
        () => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs1' }),
      ),
);

/** A public RSA key; never the public half of a private one that was put in its place. */
export const rsaPublicKey = rsaKey((text) => {
  if (text.includes('PRIVATE KEY')) throw new Error('a private key');
  return createPublicKey(isPem(text) ? text : { key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
});

function rsaKey(read: (text: string) => KeyObject) {
  const keyOf = (text: string) => {
    try {
      const key = read(text.trim());
      const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
      return key.asymmetricKeyType === 'rsa' && bits >= FEWEST_BITS ? key : undefined;
    } catch {
      return undefined;
    }
  };
  return z.pipe(
    z.string().check(
      z.maxLength(10_000),
      z.refine((text) => keyOf(text) !== undefined),
    ),
    z.transform(read),
  );
}

function isPem(text: string): boolean {
  return text.startsWith('-----BEGIN ');
}

function firstOf(one: () => KeyObject, other: () => KeyObject): KeyObject {
  try {
    return one();
  } catch {
    return other();
  }
}
