import * as z from 'zod/mini';
import { businessName } from '../../domain/business.ts';
import { channelId } from '../../domain/channel-id.ts';
import { formFields } from '../../domain/form/field-names.ts';
import { captchaAnswer } from './captchas.ts';
import { ORDER_ERRORS, online } from './online-operation.ts';
import { agreement, orderId, orderVersion, orderView, sha256Hex } from './order-view.ts';
import { FORM_WRITE, SMALL_READ, SMALL_WRITE } from './sizes.ts';

const ofOrder = { id: orderId, version: orderVersion };
/** The bearer token of a session: 32 random bytes. */
export const sessionToken = z.string().check(z.regex(/^[\w-]{43}$/));

export const orderOperations = {
  'orders.begin': online(
    { route: { method: 'POST', path: '/v1/orders' }, access: 'public', effect: 'once' },
    {
      summary: 'Begins an order: price list, rules and versions of the texts are frozen into it.',
      input: z.strictObject({ channelId, business: businessName, fields: formFields }),
      output: z.strictObject({ order: orderView, token: sessionToken, tokenUntil: z.iso.datetime() }),
      errors: [
        'CHANNEL_UNKNOWN',
        'BUSINESS_NOT_OFFERED',
        'FORM_INVALID',
        'ORDER_UNFINISHED',
        'TRIES_TOO_FAST',
        ...ORDER_ERRORS,
      ],
      timeLimitMs: 10_000,
      sizeLimitBytes: FORM_WRITE,
    },
  ),
  'orders.read': online(
    { route: { method: 'GET', path: '/v1/orders/{id}' }, access: 'order', effect: 'none' },
    {
      summary: 'One order, as it stands.',
      input: z.strictObject({ id: orderId }),
      output: orderView,
      errors: [...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_READ,
    },
  ),
  'orders.save': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/form' }, access: 'order', effect: 'once' },
    {
      summary: 'Keeps what is filled in so far. Fields that are given replace those kept; an empty one clears it.',
      input: z.strictObject({ ...ofOrder, fields: formFields }),
      output: orderView,
      errors: ['FORM_INVALID', 'ORDER_UNFINISHED', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: FORM_WRITE,
    },
  ),
  'orders.fillIn': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/fill-in' }, access: 'order', effect: 'once' },
    {
      summary: 'Ends the form: every field and both identity checks must hold, the captcha and the consents be given.',
      input: z.strictObject({
        ...ofOrder,
        captcha: captchaAnswer,
        agreements: z.array(agreement).check(z.maxLength(4)),
      }),
      output: orderView,
      errors: [
        'FORM_INVALID',
        'IDENTITY_NOT_CHECKED',
        'CAPTCHA_WRONG',
        'AGREEMENT_OUTDATED',
        'PRICE_ABOVE_PAID',
        'ORDER_UNFINISHED',
        ...ORDER_ERRORS,
      ],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'orders.confirm': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/confirm' }, access: 'order', effect: 'once' },
    {
      summary: 'Confirms exactly what was shown, named by its digest.',
      input: z.strictObject({ ...ofOrder, digest: sha256Hex }),
      output: orderView,
      errors: ['DIGEST_DIFFERS', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'orders.edit': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/edit' }, access: 'order', effect: 'once' },
    {
      summary: 'Goes back to the form. What was confirmed and signed is void.',
      input: z.strictObject(ofOrder),
      output: orderView,
      errors: [...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'orders.submit': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/submit' }, access: 'order', effect: 'once' },
    {
      summary: 'Hands the materials in.',
      input: z.strictObject(ofOrder),
      output: orderView,
      errors: ['MATERIALS_MISSING', 'NOT_AUTHORISED', 'IDENTITY_NOT_CHECKED', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'orders.sign': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/sign' }, access: 'order', effect: 'once' },
    {
      summary: 'Signs the confirmed application with the code from the operator’s phone.',
      input: z.strictObject({ ...ofOrder, digest: sha256Hex, code: z.string().check(z.regex(/^\d{6}$/)) }),
      output: orderView,
      errors: ['CODE_WRONG', 'CODE_OVER', 'DIGEST_DIFFERS', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'orders.cancel': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/cancel' }, access: 'order', effect: 'once' },
    {
      summary: 'Cancels an order whose key is not being made yet. What was paid is paid back.',
      input: z.strictObject(ofOrder),
      output: orderView,
      errors: [...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
} as const;
