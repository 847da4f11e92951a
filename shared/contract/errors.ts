const GENERAL_CODES = [
  // The wire: what arrived could not be read.
  'FRAME_TOO_LARGE',
  'FRAME_TRUNCATED',
  'FRAME_NOT_UTF8',
  'FRAME_NOT_JSON',
  'MESSAGE_MALFORMED',
  'OPERATION_UNKNOWN',
  'INPUT_INVALID',
  'REPLY_INVALID',
  'REPLY_TOO_LARGE',
  'REQUEST_ID_IN_USE',
  'TOO_MANY_REQUESTS',
  'HELLO_FIRST',
  'DEADLINE_EXCEEDED',
  'CANCELLED',
  'CONNECTION_LOST',
  'INTERNAL',
  // The doors: who may ask.
  'CALLER_NOT_ALLOWED',
  'ORIGIN_NOT_REGISTERED',
  // The extension, as a page sees it.
  'EXTENSION_NOT_FOUND',
  // The host on this computer.
  'HOST_NOT_REGISTERED',
  'HOST_FORBIDDEN',
  'HOST_NOT_STARTING',
  'HOST_EXITED',
  'HOST_TOO_OLD',
  'EXTENSION_TOO_OLD',
  // Keys and their drivers.
  'NO_MODULES',
  'MODULE_NOT_LOADED',
  'MODULE_CRASHED',
  'MODULE_NOT_RESPONDING',
  'KEY_NOT_FOUND',
  'KEY_REMOVED',
  'DRIVER_FAULT',
  // The online service.
  'SERVICE_UNREACHABLE',
  'SERVICE_NOT_READY',
  'CHANNEL_UNKNOWN',
  'ROUTE_UNKNOWN',
] as const;

/** Work on a key: its password, the work order, what is written. Only who changes a key meets these, and their words. */
const KEY_WORK_CODES = [
  'KEY_CHANGED',
  'KEY_BUSY',
  'CAPABILITY_MISSING',
  'PIN_WRONG',
  'PIN_LOCKED',
  'PIN_LAST_TRY',
  'PIN_NOT_SET',
  'PIN_LENGTH',
  'PIN_TRIVIAL',
  'PIN_SAME',
  'PIN_CHARACTERS',
  'WORK_ORDER_INVALID',
  'WORK_ORDER_OTHER_AUDIENCE',
  'WORK_ORDER_EXPIRED',
  'WORK_ORDER_USED',
  'WORK_ORDER_OTHER_KEY',
  'WORK_ORDER_OTHER_VERB',
  'WORK_ORDER_TERMS',
  'KEY_FULL',
  'CERTIFICATE_MISMATCH',
  'CERTIFICATE_NOT_FOUND',
  'WRITE_NOT_VERIFIED',
  'SEAL_BROKEN',
  'SO_PIN_WRONG',
  'SO_PIN_LOCKED',
  'KEY_NOT_BLANK',
  'LABEL_TOO_LONG',
] as const;

/** Orders and what belongs to them. Only who applies or looks for an order meets these, and their words. */
const ORDER_CODES = [
  'SESSION_MISSING',
  'SESSION_OVER',
  'IDEMPOTENCY_KEY_MISSING',
  'IDEMPOTENCY_KEY_REUSED',
  'REQUEST_IN_PROGRESS',
  'ORDER_UNKNOWN',
  'ORDER_CHANGED',
  'ORDER_STEP_NOT_ALLOWED',
  'ORDER_UNFINISHED',
  'BUSINESS_NOT_OFFERED',
  'FORM_INVALID',
  'IDENTITY_NOT_CHECKED',
  'IDENTITY_DIFFERS',
  'IDENTITY_TRIES_OVER',
  'PROVIDER_AWAY',
  'TRANSFER_REFUSED',
  'CAPTCHA_WRONG',
  'CAPTCHA_OVER',
  'AGREEMENT_OUTDATED',
  'DIGEST_DIFFERS',
  'MATERIALS_MISSING',
  'NOT_AUTHORISED',
  'CODE_WRONG',
  'CODE_OVER',
  'CODE_TOO_SOON',
  'TRIES_TOO_FAST',
  'MATERIAL_NOT_A_PICTURE',
  'MATERIAL_KIND_NOT_ALLOWED',
  'MATERIAL_TOO_LARGE',
  'MATERIAL_TOO_MANY_PIXELS',
  'MATERIAL_TOO_SMALL',
  'MATERIAL_SEVERAL_PAGES',
  'MATERIAL_DAMAGED',
  'UPLOAD_UNKNOWN',
  'UPLOAD_OFFSET',
  'UPLOAD_DIFFERS',
  'DOCUMENT_NOT_THERE',
  'TRANSFER_RETURNED',
  'PAYMENT_NOT_ASKED',
  'PAYMENT_WAY_NOT_OFFERED',
  'PAYMENT_PROVIDER_AWAY',
  'PRICE_ABOVE_PAID',
] as const;

/**
 * Every error that can cross a boundary. The texts (what happened, what it means, what to do) are in `shared/text`;
 * a code without a text in every language does not compile.
 */
export const ERROR_CODES = [...GENERAL_CODES, ...KEY_WORK_CODES, ...ORDER_CODES] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
export type GeneralErrorCode = (typeof GENERAL_CODES)[number];
export type KeyWorkErrorCode = (typeof KEY_WORK_CODES)[number];
export type OrderErrorCode = (typeof ORDER_CODES)[number];

export function isKeyWorkError(code: ErrorCode): code is KeyWorkErrorCode {
  return (KEY_WORK_CODES as readonly ErrorCode[]).includes(code);
}

export function isOrderError(code: ErrorCode): code is OrderErrorCode {
  return (ORDER_CODES as readonly ErrorCode[]).includes(code);
}

/** The places that an error's texts leave open. Whoever raises such a code names its values, or does not compile. */
export const ERROR_VALUES = {
  FRAME_TOO_LARGE: ['limit'],
  REPLY_TOO_LARGE: ['limit'],
  MODULE_NOT_LOADED: ['module'],
  MODULE_CRASHED: ['module'],
  MODULE_NOT_RESPONDING: ['module'],
  CAPABILITY_MISSING: ['capability'],
  PIN_LENGTH: ['min', 'max'],
  LABEL_TOO_LONG: ['max'],
  ORDER_UNFINISHED: ['number'],
  IDENTITY_DIFFERS: ['triesLeft'],
  MATERIALS_MISSING: ['count'],
  MATERIAL_TOO_LARGE: ['limit'],
  UPLOAD_OFFSET: ['offset'],
  CODE_WRONG: ['triesLeft'],
  CODE_TOO_SOON: ['seconds'],
  TRIES_TOO_FAST: ['seconds'],
  PRICE_ABOVE_PAID: ['paid', 'total'],
} as const satisfies { readonly [Code in ErrorCode]?: readonly string[] };

/** What can go wrong between the background and the host, for every operation that needs the host. */
export const HOST_ERRORS = [
  'HOST_NOT_REGISTERED',
  'HOST_FORBIDDEN',
  'HOST_NOT_STARTING',
  'HOST_EXITED',
  'HOST_TOO_OLD',
  'EXTENSION_TOO_OLD',
] as const satisfies readonly ErrorCode[];

/** Errors that any operation of any boundary may answer with; an operation declares only what is particular to it. */
export const COMMON_ERRORS = [
  'MESSAGE_MALFORMED',
  'OPERATION_UNKNOWN',
  'INPUT_INVALID',
  'REPLY_INVALID',
  'REPLY_TOO_LARGE',
  'REQUEST_ID_IN_USE',
  'TOO_MANY_REQUESTS',
  'HELLO_FIRST',
  'DEADLINE_EXCEEDED',
  'CANCELLED',
  'CONNECTION_LOST',
  'CALLER_NOT_ALLOWED',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];

export type CommonError = (typeof COMMON_ERRORS)[number];
