import * as z from 'zod/mini';
import { certificateSummary } from './certificate.ts';

/** What the token says of its user password. `unknown`: it does not tell. */
export const PIN_STATES = ['ok', 'tries-used', 'last-try', 'locked', 'not-set', 'unknown'] as const;

/** Names one key as long as it is plugged in: module and serial, so that two drivers never mix up their keys. */
export const keyId = z.string().check(z.minLength(3), z.maxLength(120), z.regex(/^[\w.-]+:[\x20-\x7e]+$/));

export const pinStatus = z.strictObject({
  state: z.enum(PIN_STATES),
  /** Only where the token tells. */
  triesLeft: z.optional(z.int().check(z.nonnegative())),
});

export const keySummary = z.strictObject({
  keyId,
  label: z.string().check(z.maxLength(64)),
  serial: z.string().check(z.maxLength(64)),
  model: z.string().check(z.maxLength(64)),
  manufacturer: z.string().check(z.maxLength(64)),
  /** Which driver shows it. */
  module: z.strictObject({ id: z.string().check(z.maxLength(40)), name: z.string().check(z.maxLength(80)) }),
  pin: pinStatus,
  insertedAt: z.iso.datetime(),
});

export const keyDetails = z.strictObject({
  ...keySummary.shape,
  certificates: z.array(certificateSummary).check(z.maxLength(32)),
});

export type PinStatus = z.infer<typeof pinStatus>;
export type KeySummary = z.infer<typeof keySummary>;
export type KeyDetails = z.infer<typeof keyDetails>;
