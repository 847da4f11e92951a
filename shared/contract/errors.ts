/**
 * Every error that can cross a boundary. The texts (what happened, what it means, what to do) are in `shared/text`;
 * a code without a text in every language does not compile.
 */
export const ERROR_CODES = [
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
  // The online service.
  'SERVICE_UNREACHABLE',
  'SERVICE_NOT_READY',
  'CHANNEL_UNKNOWN',
  'ROUTE_UNKNOWN',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

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
