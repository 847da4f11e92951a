import { expect, it } from 'vitest';
import { TOKEN_FLAGS as F, pinStatusOf } from './pin-status.ts';

const SET = F.LOGIN_REQUIRED | F.USER_PIN_INITIALIZED;

it.each([
  ['nothing bad is known', SET, { state: 'ok' }],
  ['a wrong try was made', SET | F.USER_PIN_COUNT_LOW, { state: 'tries-used' }],
  ['one try is left', SET | F.USER_PIN_COUNT_LOW | F.USER_PIN_FINAL_TRY, { state: 'last-try', triesLeft: 1 }],
  ['it is locked, whatever else', SET | F.USER_PIN_FINAL_TRY | F.USER_PIN_LOCKED, { state: 'locked', triesLeft: 0 }],
  ['no password was set yet', F.LOGIN_REQUIRED, { state: 'not-set' }],
  ['the token asks for no password', 0, { state: 'unknown' }],
])('the password’s state when %s', (_what, flags, expected) => {
  expect(pinStatusOf(flags)).toEqual(expected);
});
