import { generateKeyPairSync } from 'node:crypto';
import * as z from 'zod/mini';
import { deviceCertificate } from './cvc.ts';
import { encodeTokenInfo } from './pkcs15.ts';

/** The user PIN locks after 3 wrong tries; the SO PIN ("initialisation code") of a SmartCard-HSM after 15. */
export const PIN_TRIES = 3;
export const SO_PIN_TRIES = 15;
/** EF with the device certificate, whose holder reference carries the serial number. */
export const DEVICE_CERTIFICATE = '2F02';
export const TOKEN_INFO = '2F03';

const hex = z.string().check(z.regex(/^([0-9a-f]{2})*$/));
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const counter = z.int().check(z.nonnegative());

const secret = z.strictObject({ value: hex, triesLeft: counter, maxTries: counter });

/** Everything that survives a loss of power. A PIN is kept in plain: this is a stand-in for a chip, never for real keys. */
export const cardState = z.strictObject({
  version: z.literal(1),
  serial: z.string().check(z.regex(/^[A-Z0-9]{6,15}$/)),
  pin: z.nullable(secret),
  soPin: z.nullable(secret),
  deviceKey: base64,
  /** Private keys by their one-byte reference, two hex digits. PKCS#8. */
  keys: z.record(z.string().check(z.regex(/^[0-9A-F]{2}$/)), base64),
  /** Elementary files by identifier, four hex digits. */
  files: z.record(z.string().check(z.regex(/^[0-9A-F]{4}$/)), base64),
});

export type CardState = z.infer<typeof cardState>;
export type Secret = z.infer<typeof secret>;

export interface NewCard {
  readonly serial: string;
  /** A card without a label is blank: it waits for INITIALIZE, as it comes from the factory. */
  readonly label?: string;
  readonly pin?: string;
  /** 16 hex digits. */
  readonly soPin?: string;
}

export function createCardState(card: NewCard): CardState {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const files: Record<string, string> = {
    [DEVICE_CERTIFICATE]: deviceCertificate(card.serial, privateKey).toString('base64'),
  };
  if (card.label !== undefined) files[TOKEN_INFO] = encodeTokenInfo(card.label).toString('base64');
  return {
    version: 1,
    serial: card.serial,
    pin: card.pin === undefined ? null : newSecret(Buffer.from(card.pin, 'ascii'), PIN_TRIES),
    soPin: card.soPin === undefined ? null : newSecret(Buffer.from(card.soPin, 'hex'), SO_PIN_TRIES),
    deviceKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    keys: {},
    files,
  };
}

export const newSecret = (value: Buffer, maxTries: number): Secret => ({
  value: value.toString('hex'),
  triesLeft: maxTries,
  maxTries,
});

export const hexOfByte = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0');
export const fileId = (high: number, low: number): string => hexOfByte(high) + hexOfByte(low);
