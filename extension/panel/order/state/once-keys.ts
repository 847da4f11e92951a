import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';

/** After these nobody knows whether the service has done it. */
const OPEN_ENDS: readonly ErrorCode[] = [
  'SERVICE_UNREACHABLE',
  'SERVICE_NOT_READY',
  'DEADLINE_EXCEEDED',
  'REQUEST_IN_PROGRESS',
  'REPLY_INVALID',
  'REPLY_TOO_LARGE',
  'INTERNAL',
];

export interface OnceKeys {
  /** The key for this very request: the same one again as long as nobody has said what became of it. */
  keyOf(request: string): string;
  answered(request: string, result: Result<unknown>): void;
}

/** A person who presses the button again after a time-out means the same act, and so does its key. */
export function createOnceKeys(): OnceKeys {
  const open = new Map<string, string>();
  return {
    keyOf(request) {
      const key = open.get(request) ?? crypto.randomUUID();
      open.set(request, key);
      return key;
    },
    answered(request, result) {
      if (result.ok || !OPEN_ENDS.includes(result.error.code)) open.delete(request);
    },
  };
}
