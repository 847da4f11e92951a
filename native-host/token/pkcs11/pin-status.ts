import type { PinStatus } from '@certbridge/shared/domain/key.ts';

/** CK_TOKEN_INFO.flags, PKCS#11 v2.40 section 3.2. */
export const TOKEN_FLAGS = {
  WRITE_PROTECTED: 0x0000_0002,
  LOGIN_REQUIRED: 0x0000_0004,
  USER_PIN_INITIALIZED: 0x0000_0008,
  TOKEN_INITIALIZED: 0x0000_0400,
  USER_PIN_COUNT_LOW: 0x0001_0000,
  USER_PIN_FINAL_TRY: 0x0002_0000,
  USER_PIN_LOCKED: 0x0004_0000,
  SO_PIN_COUNT_LOW: 0x0010_0000,
  SO_PIN_FINAL_TRY: 0x0020_0000,
  SO_PIN_LOCKED: 0x0040_0000,
} as const;

/**
 * What the flags say of the user's password. They carry no count: only "locked" and "one left" are numbers. A driver
 * may also leave the three tries flags unset for ever, so `ok` means no more than "nothing bad is known".
 */
export function pinStatusOf(flags: number): PinStatus {
  const has = (flag: number) => (flags & flag) !== 0;
  if (has(TOKEN_FLAGS.USER_PIN_LOCKED)) return { state: 'locked', triesLeft: 0 };
  if (!has(TOKEN_FLAGS.LOGIN_REQUIRED)) return { state: 'unknown' };
  if (!has(TOKEN_FLAGS.USER_PIN_INITIALIZED)) return { state: 'not-set' };
  if (has(TOKEN_FLAGS.USER_PIN_FINAL_TRY)) return { state: 'last-try', triesLeft: 1 };
  if (has(TOKEN_FLAGS.USER_PIN_COUNT_LOW)) return { state: 'tries-used' };
  return { state: 'ok' };
}

/** What the flags say of the administrator's password, with the same reservation. */
export function soPinStatusOf(flags: number): PinStatus {
  const has = (flag: number) => (flags & flag) !== 0;
  if (has(TOKEN_FLAGS.SO_PIN_LOCKED)) return { state: 'locked', triesLeft: 0 };
  if (has(TOKEN_FLAGS.SO_PIN_FINAL_TRY)) return { state: 'last-try', triesLeft: 1 };
  return { state: has(TOKEN_FLAGS.SO_PIN_COUNT_LOW) ? 'tries-used' : 'ok' };
}
