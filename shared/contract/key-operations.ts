import * as z from 'zod/mini';
import { keyId, pinStatus } from '../domain/key.ts';
import { operation } from './operation.ts';
import { KEY_ALGORITHMS, PAIR_USES, SIGNATURE_FORMS, workOrder } from './work-order.ts';

/** A password on its way to the key. It is kept nowhere, and no error repeats it. */
const pin = z.string().check(z.minLength(1), z.maxLength(64));
/** The user knows that this is the last try and wants it all the same. */
const insist = z.optional(z.literal(true));
const base64 = (length: number) => z.string().check(z.maxLength(length), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));
const der = base64(24_000);
const sealed = base64(4000);
const fingerprint = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const KEY_ERRORS = [
  'KEY_NOT_FOUND',
  'KEY_REMOVED',
  'KEY_CHANGED',
  'KEY_BUSY',
  'MODULE_CRASHED',
  'MODULE_NOT_RESPONDING',
  'DRIVER_FAULT',
  'CAPABILITY_MISSING',
] as const;
const PIN_ERRORS = ['PIN_WRONG', 'PIN_LOCKED', 'PIN_LAST_TRY', 'PIN_NOT_SET', 'PIN_LENGTH'] as const;
const NEW_PIN_ERRORS = ['PIN_LENGTH', 'PIN_TRIVIAL', 'PIN_SAME'] as const;
const WORK_ORDER_ERRORS = [
  'WORK_ORDER_INVALID',
  'WORK_ORDER_OTHER_AUDIENCE',
  'WORK_ORDER_EXPIRED',
  'WORK_ORDER_USED',
  'WORK_ORDER_OTHER_KEY',
  'WORK_ORDER_OTHER_VERB',
  'WORK_ORDER_TERMS',
] as const;
const WRITE_ERRORS = ['KEY_FULL', 'CERTIFICATE_MISMATCH', 'WRITE_NOT_VERIFIED'] as const;

const size = { request: 128 * 1024, reply: 128 * 1024 };
const small = { request: 8 * 1024, reply: 8 * 1024 };
/** Key generation on a real key takes 30–90 s for each pair. */
const LONG_MS = 300_000;

/** Where a long work is. A screen names the act; `of` is known from the start. */
const progress = z.strictObject({
  step: z.enum(['checking', 'generating', 'signing', 'writing', 'verifying']),
  done: z.int().check(z.nonnegative()),
  of: z.int().check(z.positive()),
});

const pairRequest = z.strictObject({
  use: z.enum(PAIR_USES),
  algorithm: z.enum(KEY_ALGORITHMS),
  /** PKCS#10, signed by the new pair (a pair for encryption signs its request too: proof of possession). */
  request: der,
});
const certificates = z
  .array(z.strictObject({ use: z.enum(PAIR_USES), chain: z.array(der).check(z.minLength(1), z.maxLength(5)) }))
  .check(z.minLength(1), z.maxLength(2));

/** Of one certificate. What could not be tried is not thereby lost: its reason says what is missing for an answer. */
const openCheck = z.discriminatedUnion('result', [
  z.strictObject({ fingerprint, result: z.literal('opens') }),
  z.strictObject({
    fingerprint,
    result: z.literal('does-not-open'),
    reason: z.enum(['no-private-key', 'block-not-opened']),
  }),
  z.strictObject({
    fingerprint,
    result: z.literal('not-tried'),
    reason: z.enum(['unknown-algorithm', 'driver-cannot-open']),
  }),
]);

/** Business verbs on a key. There is no raw signature and no general PKCS#11 (ADR 3). */
export const keyOperations = {
  'pin.verify': operation({
    summary: 'Checks the password. A wrong one costs a try; the last try only when the user insists.',
    input: z.strictObject({ keyId, pin, insist }),
    output: z.strictObject({ before: pinStatus, after: pinStatus }),
    errors: [...KEY_ERRORS, ...PIN_ERRORS],
    timeLimitMs: 30_000,
    sizeLimitBytes: small,
  }),
  'pin.change': operation({
    summary: 'Changes the password, after checking the new one against the key and against the trivial ones.',
    input: z.strictObject({
      workOrder,
      pin,
      newPin: pin,
      insist,
      birthday: z.optional(z.string().check(z.regex(/^\d{8}$/))),
    }),
    output: z.strictObject({ before: pinStatus, after: pinStatus }),
    errors: [...KEY_ERRORS, ...PIN_ERRORS, ...NEW_PIN_ERRORS, ...WORK_ORDER_ERRORS],
    timeLimitMs: 60_000,
    sizeLimitBytes: small,
  }),
  'application.sign': operation({
    summary:
      'Signs the digest of the application that the work order names: CMS SignedData, detached, with time and chain.',
    input: z.strictObject({ workOrder, pin, insist }),
    output: z.strictObject({ cms: der, signature: z.enum(SIGNATURE_FORMS) }),
    errors: [...KEY_ERRORS, ...PIN_ERRORS, ...WORK_ORDER_ERRORS, 'CERTIFICATE_NOT_FOUND'],
    timeLimitMs: 60_000,
    sizeLimitBytes: size,
  }),
  'renewal.state': operation({
    summary: 'What an order has done on the key so far, read back from the key.',
    input: z.strictObject({ keyId, order: z.string().check(z.regex(/^[\w-]{4,40}$/)) }),
    output: z.strictObject({
      state: z.enum(['nothing', 'pairs-made', 'installed']),
      pairs: z
        .array(z.strictObject({ use: z.enum(PAIR_USES), certificate: z.nullable(fingerprint) }))
        .check(z.maxLength(2)),
    }),
    errors: [...KEY_ERRORS],
    timeLimitMs: 30_000,
    sizeLimitBytes: small,
  }),
  'renewal.prepare': operation({
    summary: "Makes, or finds again, the order's pairs; answers their requests and the old key's proof over them.",
    input: z.strictObject({ workOrder, pin, insist }),
    output: z.strictObject({ requests: z.array(pairRequest).check(z.minLength(1), z.maxLength(2)), proof: der }),
    event: progress,
    errors: [...KEY_ERRORS, ...PIN_ERRORS, ...WORK_ORDER_ERRORS, 'CERTIFICATE_NOT_FOUND', 'KEY_FULL'],
    timeLimitMs: LONG_MS,
    sizeLimitBytes: size,
  }),
  'renewal.install': operation({
    summary:
      'Writes the new certificates beside the old, reads them back, signs and verifies on the key; the receipt is signed by the new key.',
    input: z.strictObject({ workOrder, pin, insist, certificates }),
    output: z.strictObject({ receipt: der }),
    event: progress,
    errors: [...KEY_ERRORS, ...PIN_ERRORS, ...WORK_ORDER_ERRORS, ...WRITE_ERRORS],
    timeLimitMs: 120_000,
    sizeLimitBytes: size,
  }),
  'renewal.retire': operation({
    summary:
      'Keeps or deletes what the renewal replaced, by the terms of the order; nothing else, and nothing before the new pair has proven itself.',
    input: z.strictObject({ workOrder, pin, insist }),
    output: z.strictObject({
      deleted: z.array(fingerprint).check(z.maxLength(4)),
      kept: z.array(fingerprint).check(z.maxLength(4)),
    }),
    errors: [...KEY_ERRORS, ...PIN_ERRORS, ...WORK_ORDER_ERRORS, 'WRITE_NOT_VERIFIED'],
    timeLimitMs: 60_000,
    sizeLimitBytes: size,
  }),
  'unlock.begin': operation({
    summary: 'Makes an ephemeral key, to which the service seals the passwords that unlock this key.',
    input: z.strictObject({ workOrder }),
    output: z.strictObject({ publicKey: base64(200), unlocking: z.string().check(z.regex(/^[\w-]{16,64}$/)) }),
    errors: [...KEY_ERRORS, ...WORK_ORDER_ERRORS],
    timeLimitMs: 30_000,
    sizeLimitBytes: small,
  }),
  'unlock.complete': operation({
    summary: 'Opens the sealed passwords, sets the new user password and rotates the administrator password.',
    input: z.strictObject({
      workOrder,
      unlocking: z.string().check(z.regex(/^[\w-]{16,64}$/)),
      sealed,
      newPin: pin,
      birthday: z.optional(z.string().check(z.regex(/^\d{8}$/))),
    }),
    output: z.strictObject({ after: pinStatus, rotated: z.boolean() }),
    errors: [...KEY_ERRORS, ...NEW_PIN_ERRORS, ...WORK_ORDER_ERRORS, 'SEAL_BROKEN', 'SO_PIN_WRONG', 'SO_PIN_LOCKED'],
    timeLimitMs: 60_000,
    sizeLimitBytes: small,
  }),
  'making.initialise': operation({
    summary:
      "Maker's desk: initialises a blank key with a random administrator password, sealed to the service, and the first user password.",
    input: z.strictObject({ workOrder, pin }),
    output: z.strictObject({ serial: z.string().check(z.maxLength(64)), sealedSoPin: sealed }),
    event: progress,
    errors: [
      ...KEY_ERRORS,
      ...WORK_ORDER_ERRORS,
      ...PIN_ERRORS,
      'PIN_TRIVIAL',
      'PIN_CHARACTERS',
      'LABEL_TOO_LONG',
      'KEY_NOT_BLANK',
      'SO_PIN_WRONG',
      'SO_PIN_LOCKED',
      'KEY_FULL',
      'WRITE_NOT_VERIFIED',
    ],
    timeLimitMs: 120_000,
    sizeLimitBytes: size,
  }),
  'making.prepare': operation({
    summary: "Maker's desk: makes, or finds again, the order's pairs and answers their requests.",
    input: z.strictObject({ workOrder, pin }),
    output: z.strictObject({ requests: z.array(pairRequest).check(z.minLength(1), z.maxLength(2)) }),
    event: progress,
    errors: [...KEY_ERRORS, ...PIN_ERRORS, ...WORK_ORDER_ERRORS, 'KEY_FULL'],
    timeLimitMs: LONG_MS,
    sizeLimitBytes: size,
  }),
  'making.install': operation({
    summary: "Maker's desk: writes certificates and seal image, reads them back, signs and verifies.",
    input: z.strictObject({ workOrder, pin, certificates, sealImage: z.optional(base64(90_000)) }),
    output: z.strictObject({ receipt: der }),
    event: progress,
    errors: [...KEY_ERRORS, ...PIN_ERRORS, ...WORK_ORDER_ERRORS, ...WRITE_ERRORS],
    timeLimitMs: 120_000,
    sizeLimitBytes: size,
  }),
  'decrypt.check': operation({
    summary:
      'Encrypts a random block to each encryption certificate on the key and opens it again: can old bids still be opened? Answered for each certificate by itself.',
    input: z.strictObject({ workOrder, pin, insist }),
    output: z.strictObject({
      certificates: z.array(openCheck).check(z.maxLength(16)),
    }),
    errors: [...KEY_ERRORS, ...PIN_ERRORS, ...WORK_ORDER_ERRORS],
    timeLimitMs: 60_000,
    sizeLimitBytes: small,
  }),
  'key.identify': operation({
    summary:
      'Which of the plugged keys is this? Its light blinks where its profile says that it can; label, last four of the serial and whether it came just now are always told.',
    input: z.strictObject({ keyId }),
    output: z.strictObject({
      way: z.enum(['light', 'label']),
      label: z.string().check(z.maxLength(64)),
      lastFour: z.string().check(z.maxLength(4)),
      /** When it was first seen since it was plugged. */
      insertedAt: z.string().check(z.maxLength(40)),
      /** It was seen to come within the last minute. A key that was there before the host was not. */
      insertedJustNow: z.boolean(),
    }),
    errors: [...KEY_ERRORS],
    timeLimitMs: 20_000,
    sizeLimitBytes: small,
  }),
} as const;
