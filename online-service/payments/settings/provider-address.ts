import * as z from 'zod/mini';

/** Of money in the open only within this computer. */
export const providerAddress = z
  .url({ protocol: /^https?$/ })
  .check(z.maxLength(200), z.regex(/^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$))[^?#@]*$/));
