import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';

/** What we were about when the driver answered. The same code means another thing to the user each time. */
export const CKR_CONTEXTS = ['reading', 'login', 'new-pin', 'signing', 'writing', 'so-login', 'so-new-pin'] as const;
export type CkrContext = (typeof CKR_CONTEXTS)[number];

/** Only these contexts hand a password to the key; in any other, a driver that speaks of it is at fault. */
type Outcomes = { readonly [Context in CkrContext]: ErrorCode };

const everywhere = <Code extends ErrorCode>(code: Code): { readonly [Context in CkrContext]: Code } => ({
  reading: code,
  login: code,
  'new-pin': code,
  signing: code,
  writing: code,
  'so-login': code,
  'so-new-pin': code,
});

const FAULT = everywhere('DRIVER_FAULT');

/**
 * Meaning × context → our error. A wrong password is said only where a password was given; everything that is not
 * certain is a driver's fault, which costs the user no try and blames nobody.
 */
export const CKR_OUTCOMES = {
  fault: FAULT,
  removed: everywhere('KEY_REMOVED'),
  /** At the key itself, by its button or pad. Nobody cancels a mere look. */
  cancelled: { ...everywhere('CANCELLED'), reading: 'DRIVER_FAULT' },
  /** The token or its driver has no such thing. To read takes nothing that one could do without. */
  missing: { ...everywhere('CAPABILITY_MISSING'), reading: 'DRIVER_FAULT' },
  /** Somebody else holds it: sessions of another program, or a login that is not ours. */
  busy: { ...everywhere('KEY_BUSY'), reading: 'DRIVER_FAULT' },
  full: { ...FAULT, writing: 'KEY_FULL' },
  /** Our login was taken from us, as by another program that reset the card. */
  'logged-out': { ...FAULT, signing: 'KEY_BUSY', writing: 'KEY_BUSY', 'so-new-pin': 'KEY_BUSY' },
  /** Some drivers check the SO's PIN only when it is used, so `so-new-pin` may hear of it too. */
  'pin-wrong': {
    ...FAULT,
    login: 'PIN_WRONG',
    'new-pin': 'PIN_WRONG',
    'so-login': 'SO_PIN_WRONG',
    'so-new-pin': 'SO_PIN_WRONG',
  },
  'pin-locked': {
    reading: 'DRIVER_FAULT',
    login: 'PIN_LOCKED',
    'new-pin': 'PIN_LOCKED',
    signing: 'PIN_LOCKED',
    writing: 'PIN_LOCKED',
    'so-login': 'SO_PIN_LOCKED',
    'so-new-pin': 'SO_PIN_LOCKED',
  },
  'pin-length': {
    ...FAULT,
    login: 'PIN_LENGTH',
    'new-pin': 'PIN_LENGTH',
    'so-login': 'SO_PIN_WRONG',
    'so-new-pin': 'PIN_LENGTH',
  },
  /** A password with characters that the key never takes can't be the right one, nor become it. */
  'pin-characters': {
    ...FAULT,
    login: 'PIN_WRONG',
    'new-pin': 'PIN_LENGTH',
    'so-login': 'SO_PIN_WRONG',
    'so-new-pin': 'PIN_LENGTH',
  },
  'pin-weak': { ...FAULT, 'new-pin': 'PIN_TRIVIAL', 'so-new-pin': 'PIN_TRIVIAL' },
  /** None was set, or the one that was set has run out: either way a new one must come, by unlocking. */
  'pin-not-set': {
    ...FAULT,
    login: 'PIN_NOT_SET',
    'new-pin': 'PIN_NOT_SET',
    signing: 'PIN_NOT_SET',
    writing: 'PIN_NOT_SET',
  },
} as const satisfies { readonly [meaning: string]: Outcomes };

export type CkrMeaning = keyof typeof CKR_OUTCOMES;
/** The errors that a context can end in. */
export type CkrError<Context extends CkrContext = CkrContext> = (typeof CKR_OUTCOMES)[CkrMeaning][Context];
