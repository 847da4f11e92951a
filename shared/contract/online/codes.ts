import * as z from 'zod/mini';
import { ORDER_ERRORS, online } from './online-operation.ts';
import { orderId } from './order-view.ts';
import { SMALL_WRITE } from './sizes.ts';

export const codeOperations = {
  'codes.send': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/codes' }, access: 'order', effect: 'once' },
    {
      summary: 'Sends the code that signs the application to the operator’s phone.',
      input: z.strictObject({ id: orderId }),
      output: z.strictObject({
        /** Masked. */
        to: z.string().check(z.maxLength(60)),
        until: z.iso.datetime(),
        resendAt: z.iso.datetime(),
      }),
      errors: ['CODE_TOO_SOON', 'TRIES_TOO_FAST', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
} as const;
