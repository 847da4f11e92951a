import * as z from 'zod/mini';
import { ORDER_ERRORS, online } from './online-operation.ts';
import { orderId, orderVersion, orderView } from './order-view.ts';
import { SMALL_WRITE } from './sizes.ts';

const ofOrder = { id: orderId, version: orderVersion };

export const identityOperations = {
  'identity.check': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/checks' }, access: 'order', effect: 'once' },
    {
      summary: 'Asks the bureau or the bank about the unit or the operator, by the way that the form names.',
      input: z.strictObject({ ...ofOrder, party: z.enum(['unit', 'operator']) }),
      output: orderView,
      errors: [
        'FORM_INVALID',
        'IDENTITY_DIFFERS',
        'IDENTITY_TRIES_OVER',
        'PROVIDER_AWAY',
        'TRANSFER_REFUSED',
        'TRANSFER_RETURNED',
        'ORDER_UNFINISHED',
        'TRIES_TOO_FAST',
        ...ORDER_ERRORS,
      ],
      timeLimitMs: 25_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'identity.sendAuthorisation': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/authorisation-codes' }, access: 'order', effect: 'once' },
    {
      summary: 'Sends the authorisation code once more: to the legal representative’s phone, or with another fen.',
      input: z.strictObject(ofOrder),
      output: z.strictObject({ to: z.string().check(z.maxLength(60)), resendAt: z.iso.datetime() }),
      errors: [
        'CODE_TOO_SOON',
        'TRIES_TOO_FAST',
        'IDENTITY_TRIES_OVER',
        'PROVIDER_AWAY',
        'TRANSFER_REFUSED',
        'TRANSFER_RETURNED',
        ...ORDER_ERRORS,
      ],
      timeLimitMs: 25_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'identity.authorise': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/authorisation' }, access: 'order', effect: 'once' },
    {
      summary: 'Proves the unit by the six digits from the legal representative’s phone or from the fen’s remark.',
      input: z.strictObject({ ...ofOrder, code: z.string().check(z.regex(/^\d{6}$/)) }),
      output: orderView,
      errors: ['CODE_WRONG', 'CODE_OVER', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
} as const;
