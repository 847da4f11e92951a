import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject, X509Certificate } from 'node:crypto';
import * as z from 'zod/mini';

/** A `KeyObject` shows nothing of itself in a log or an error. */
const secretKey = z.pipe(
  z.string().check(z.regex(/^[\x21-\x7e]{32}$/)),
  z.transform((text: string) => createSecretKey(Buffer.from(text))),
);

const privateKey = z.pipe(z.string().check(z.maxLength(10_000)), rsaKey(createPrivateKey));

/** By serial, as the provider names them in `Wechatpay-Serial`: a certificate, or a public key with its id. */
const platformKeys = z
  .record(
    z.string().check(z.regex(/^[\w-]{8,64}$/)),
    z.pipe(z.string().check(z.maxLength(10_000)), rsaKey(createPublicKey)),
  )
  .check(z.refine((keys) => Object.keys(keys).length > 0));

const httpsOrOwn = z
  .url({ protocol: /^https?$/ })
  .check(z.maxLength(200), z.regex(/^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$))[^?#@]*$/));

const settings = z.strictObject({
  baseURL: z.pipe(
    httpsOrOwn,
    z.transform((url: string) => (url.endsWith('/') ? url : `${url}/`)),
  ),
  mchid: z.string().check(z.regex(/^\d{6,32}$/)),
  appid: z.string().check(z.regex(/^\w{4,32}$/)),
  merchant: z.strictObject({ serial: z.string().check(z.regex(/^[0-9A-Fa-f]{8,64}$/)), privateKey }),
  /** The newest first; an older one stays while notifications sealed by it may come. */
  apiV3Keys: z.array(secretKey).check(z.minLength(1), z.maxLength(5)),
  platformKeys,
});

export type WechatSettings = z.output<typeof settings>;

/** What is wrong with a file: the names of settings, never their values. */
export class BadWechatSettings extends Error {
  override readonly name = 'BadWechatSettings';
  readonly places: readonly string[];

  constructor(places: readonly string[]) {
    super(`the settings of WeChat Pay cannot be used: ${places.join(', ')}`);
    this.places = places;
  }
}

export function parseWechatSettings(text: string): WechatSettings {
  const read = settings.safeParse(jsonOf(text));
  if (!read.success) {
    const places = read.error.issues.map(({ path }) => path.join('.') || 'JSON');
    throw new BadWechatSettings([...new Set(places)]);
  }
  // A certificate under another one's serial would make every reply look forged.
  const wrong = certificates(text).filter(({ serial, named }) => serial !== named.toUpperCase());
  if (wrong.length > 0) throw new BadWechatSettings(wrong.map(({ named }) => `platformKeys.${named}`));
  return read.data;
}

const withPlatformKeys = z.object({ platformKeys: z.record(z.string(), z.string()) });

function certificates(text: string): { named: string; serial: string }[] {
  const { platformKeys: pems } = withPlatformKeys.parse(jsonOf(text));
  return Object.entries(pems)
    .filter(([, pem]) => pem.includes('BEGIN CERTIFICATE'))
    .map(([named, pem]) => ({ named, serial: new X509Certificate(pem).serialNumber }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote what it read.
    return undefined;
  }
}

function rsaKey(create: (pem: string) => KeyObject) {
  return z.transform((pem: string, context) => {
    const key = keyOf(create, pem);
    if (key?.asymmetricKeyType === 'rsa') return key;
    context.issues.push({ code: 'custom', message: 'not an RSA key', input: undefined });
    return z.NEVER;
  });
}

function keyOf(create: (pem: string) => KeyObject, pem: string): KeyObject | undefined {
  try {
    return create(pem);
  } catch {
    return undefined;
  }
}
