import * as z from 'zod/mini';
import { channelId } from '../domain/channel-id.ts';

/**
 * What the service signs and the host obeys: a compact JWS (ES256) over these claims. One order, one key, one verb, one use.
 * The host knows the service's public keys from its installation, never from a message.
 */
export const WORK_ORDER_AUDIENCE = 'certbridge-host';

/** A work order is used at once or asked for again. */
export const WORK_ORDER_LIFETIME_S = 600;

export const WORK_ORDER_VERBS = [
  'pin.change',
  'application.sign',
  'renewal.prepare',
  'renewal.install',
  'renewal.retire',
  'unlock.begin',
  'unlock.complete',
  'making.initialise',
  'making.prepare',
  'making.install',
  'decrypt.check',
] as const;

export const KEY_ALGORITHMS = ['rsa-2048', 'p256', 'sm2'] as const;
export const PAIR_USES = ['sign', 'encrypt'] as const;
export const SIGNATURE_FORMS = ['rsa-pkcs1-sha256', 'rsa-pss-sha256', 'ecdsa-p256-sha256', 'sm2-sm3'] as const;

const fingerprint = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What the order says beyond its verb. Which terms a verb needs is checked by the host before it touches the key. */
const terms = z.strictObject({
  /** application.sign: the digest of the application that the holder was shown. */
  digest: z.optional(
    z.strictObject({ algorithm: z.enum(['sha-256', 'sm3']), value: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  ),
  signature: z.optional(z.enum(SIGNATURE_FORMS)),
  /** The certificate to sign with, or the ones that a renewal replaces. */
  certificates: z.optional(z.array(fingerprint).check(z.maxLength(4))),
  /** Pairs to make: one for each use. */
  pairs: z.optional(
    z
      .array(z.strictObject({ use: z.enum(PAIR_USES), algorithm: z.enum(KEY_ALGORITHMS) }))
      .check(z.minLength(1), z.maxLength(2)),
  ),
  /** renewal.retire: an encryption pair is deleted only when the holder said so in so many words. */
  retire: z.optional(z.enum(['keep', 'delete-signing-pair', 'delete-both-on-holders-word'])),
  /** making: what the key is called. */
  label: z.optional(z.string().check(z.minLength(1), z.maxLength(32))),
  /** making.initialise: the public key of the service's custody, to which the new administrator password is sealed. */
  custodyKey: z.optional(z.string().check(z.maxLength(200), z.regex(/^[\w+/]+={0,2}$/))),
  /** making.initialise: without it only a blank key is touched. */
  wipeInitialised: z.optional(z.literal(true)),
});

export const workOrderClaims = z.strictObject({
  aud: z.literal(WORK_ORDER_AUDIENCE),
  /** The single use. */
  jti: z.string().check(z.regex(/^[\w-]{16,64}$/)),
  iat: z.int().check(z.positive()),
  exp: z.int().check(z.positive()),
  verb: z.enum(WORK_ORDER_VERBS),
  /** The token's serial, as the token says it. */
  serial: z.string().check(z.minLength(1), z.maxLength(64)),
  order: z.string().check(z.regex(/^[\w-]{4,40}$/)),
  channel: channelId,
  terms,
});

export type WorkOrderVerb = (typeof WORK_ORDER_VERBS)[number];
export type WorkOrderClaims = z.infer<typeof workOrderClaims>;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];
export type PairUse = (typeof PAIR_USES)[number];
export type SignatureForm = (typeof SIGNATURE_FORMS)[number];

/** As it travels. */
export const workOrder = z.string().check(z.maxLength(6000), z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/));
