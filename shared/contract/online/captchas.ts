import * as z from 'zod/mini';
import { online } from './online-operation.ts';
import { SMALL_READ, SMALL_WRITE } from './sizes.ts';

const captchaId = z.uuid();
export const captchaAnswer = z.strictObject({ id: captchaId, answer: z.string().check(z.maxLength(8)) });

export const captchaOperations = {
  'captchas.draw': online(
    { route: { method: 'POST', path: '/v1/captchas' }, access: 'public', effect: 'none' },
    {
      summary: 'A small sum in a picture; one use.',
      input: z.strictObject({}),
      output: z.strictObject({
        id: captchaId,
        /** PNG, Base64. */
        picture: z.string().check(z.maxLength(40_000), z.regex(/^[\w+/]+={0,2}$/)),
        until: z.iso.datetime(),
      }),
      errors: ['TRIES_TOO_FAST', 'SERVICE_NOT_READY'],
      timeLimitMs: 5_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'captchas.words': online(
    { route: { method: 'GET', path: '/v1/captchas/{id}/words' }, access: 'public', effect: 'none' },
    {
      summary: 'The same sum in words, for people who cannot see the picture.',
      input: z.strictObject({ id: captchaId }),
      output: z.strictObject({ zh: z.string().check(z.maxLength(80)), en: z.string().check(z.maxLength(160)) }),
      errors: ['CAPTCHA_OVER', 'TRIES_TOO_FAST', 'SERVICE_NOT_READY'],
      timeLimitMs: 5_000,
      sizeLimitBytes: SMALL_READ,
    },
  ),
} as const;
