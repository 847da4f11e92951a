import { createSecretKey, X509Certificate } from 'node:crypto';
import * as z from 'zod/mini';
import { providerAddress } from '../settings/provider-address.ts';
import { rsaPrivateKey, rsaPublicKey } from '../settings/rsa-key.ts';

/** A `KeyObject` shows nothing of itself in a log or an error. */
const apiV3Key = z.pipe(
  z.string().check(z.regex(/^[\x21-\x7e]{32}$/)),
  z.transform((text: string) => createSecretKey(Buffer.from(text))),
);

const serial = z.string().check(z.regex(/^[\w-]{8,64}$/));
const pem = z.string().check(z.maxLength(10_000));

/** By the serial that `Wechatpay-Serial` names: a public key under its id, or a certificate under its number. */
const platformKeys = z.pipe(
  z.record(serial, pem).check(z.refine((keys) => Object.keys(keys).length > 0 && Object.entries(keys).every(isItsOwn))),
  z.record(serial, rsaPublicKey),
);

/** A certificate under another one's serial would make every reply look forged. */
function isItsOwn([named, text]: readonly [string, string]): boolean {
  if (!text.includes('BEGIN CERTIFICATE')) return true;
  try {
    return new X509Certificate(text).serialNumber === named.toUpperCase();
  } catch {
    return false;
  }
}

/** What the file of settings holds. */
export const wechatSettings = z.strictObject({
  baseURL: z.pipe(
    providerAddress,
    z.transform((url: string) => (url.endsWith('/') ? url : `${url}/`)),
  ),
  mchid: z.string().check(z.regex(/^\d{6,32}$/)),
  appid: z.string().check(z.regex(/^\w{4,32}$/)),
  merchant: z.strictObject({ serial: z.string().check(z.regex(/^[0-9A-Fa-f]{8,64}$/)), privateKey: rsaPrivateKey }),
  /** The newest first; an older one stays while notifications sealed by it may come. */
  apiV3Keys: z.array(apiV3Key).check(z.minLength(1), z.maxLength(5)),
  platformKeys,
});
export type WechatSettings = z.output<typeof wechatSettings>;
