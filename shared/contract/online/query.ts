import * as z from 'zod/mini';
import { ID_KINDS } from '../../domain/identity-numbers/id-kind.ts';
import { captchaAnswer } from './captchas.ts';
import { ONCE_ERRORS, online, SESSION_ERRORS } from './online-operation.ts';
import { orderSummary } from './order-view.ts';
import { sessionToken } from './orders.ts';
import { SMALL_READ, SMALL_WRITE } from './sizes.ts';

/** Order query: who has the operator's phone sees the operator's orders. No answer tells whether a person is known. */
export const queryOperations = {
  'query.begin': online(
    { route: { method: 'POST', path: '/v1/queries' }, access: 'public', effect: 'once' },
    {
      summary: 'Sends a code to the phone of whoever has this ID number in an order, if anybody has.',
      input: z.strictObject({
        idKind: z.enum(ID_KINDS),
        idNumber: z.string().check(z.minLength(4), z.maxLength(40)),
        captcha: captchaAnswer,
      }),
      output: z.strictObject({ queryId: z.uuid(), until: z.iso.datetime(), resendAt: z.iso.datetime() }),
      errors: ['CAPTCHA_WRONG', 'TRIES_TOO_FAST', 'SERVICE_NOT_READY', ...ONCE_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'query.verify': online(
    { route: { method: 'POST', path: '/v1/queries/{queryId}/verify' }, access: 'public', effect: 'once' },
    {
      summary: 'Opens a session for the person’s own orders.',
      input: z.strictObject({ queryId: z.uuid(), code: z.string().check(z.regex(/^\d{6}$/)) }),
      output: z.strictObject({ token: sessionToken, tokenUntil: z.iso.datetime() }),
      errors: ['CODE_WRONG', 'CODE_OVER', 'TRIES_TOO_FAST', 'SERVICE_NOT_READY', ...ONCE_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'my.orders': online(
    { route: { method: 'GET', path: '/v1/my/orders' }, access: 'person', effect: 'none' },
    {
      summary: 'The person’s orders, newest first: unfinished and finished.',
      input: z.strictObject({}),
      output: z.strictObject({ orders: z.array(orderSummary).check(z.maxLength(100)) }),
      errors: ['SERVICE_NOT_READY', ...SESSION_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_READ,
    },
  ),
} as const;
