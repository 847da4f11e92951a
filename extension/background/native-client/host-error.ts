import type { CommonError, ErrorCode, HOST_ERRORS } from '@certbridge/shared/contract/errors.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';

type HostErrorCode = (typeof HOST_ERRORS)[number];

/** What can go wrong on the way to the host, or what any operation may answer. */
export type HostError = PublicError<HostErrorCode | CommonError>;

/** What the browser says when a host's port closes; Chrome and Edge use the same words. */
const BY_BROWSER_TEXT = new Map<string, HostErrorCode>([
  ['Specified native messaging host not found.', 'HOST_NOT_REGISTERED'],
  ['Access to the specified native messaging host is forbidden.', 'HOST_FORBIDDEN'],
  ['Failed to start native messaging host.', 'HOST_NOT_STARTING'],
  ['Native host has exited.', 'HOST_EXITED'],
  ['Error when communicating with the native messaging host.', 'HOST_EXITED'],
]);

export function hostError(browserText: string | undefined): HostError {
  if (browserText === undefined) return { code: 'HOST_EXITED' };
  const code = BY_BROWSER_TEXT.get(browserText);
  return code === undefined ? { code: 'HOST_EXITED', support: browserText.slice(0, 200) } : { code };
}

/** An old host does not know this hello, or answers it in words that are no longer understood. */
const WORDS_OF_AN_OLD_HOST: readonly ErrorCode[] = [
  'OPERATION_UNKNOWN',
  'MESSAGE_MALFORMED',
  'INPUT_INVALID',
  'REPLY_INVALID',
];

/** What a failed hello means for the user. */
export function helloError(error: HostError): HostError {
  if (WORDS_OF_AN_OLD_HOST.includes(error.code)) return { code: 'HOST_TOO_OLD' };
  // It was started and left again, or sits there without a word: for the user it does not start.
  if (error.code === 'HOST_EXITED' || error.code === 'DEADLINE_EXCEEDED') return { code: 'HOST_NOT_STARTING' };
  return error;
}

const ONLY_A_PERSON_CAN_HELP: readonly ErrorCode[] = [
  'HOST_NOT_REGISTERED',
  'HOST_FORBIDDEN',
  'HOST_TOO_OLD',
  'EXTENSION_TOO_OLD',
];

/** A host that does not start may be in the middle of its own update, so it gets a few tries before we call a person. */
const TRIES_TO_START = 3;

export function needsPerson(error: HostError, failedAttempts: number): boolean {
  if (ONLY_A_PERSON_CAN_HELP.includes(error.code)) return true;
  return error.code === 'HOST_NOT_STARTING' && failedAttempts >= TRIES_TO_START;
}
