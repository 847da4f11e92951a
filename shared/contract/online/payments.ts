import * as z from 'zod/mini';
import { PAYMENT_WAYS } from '../../domain/channel.ts';
import { PAYMENT_STATES } from '../../domain/machines/payment-machine.ts';
import { REFUND_STATES } from '../../domain/machines/refund-machine.ts';
import { fen } from '../../domain/money.ts';
import { REFUND_REASONS } from '../../domain/payment/receipt-outcome.ts';
import { ORDER_ERRORS, online } from './online-operation.ts';
import { orderId, orderNumber, orderVersion } from './order-view.ts';
import { SMALL_READ, SMALL_WRITE } from './sizes.ts';

/** The ways that show a QR. */
export const CODE_WAYS = ['alipay', 'wechat'] as const;
export type CodeWay = (typeof CODE_WAYS)[number];
/** The ways by which money comes to our account at the bank. */
export const TRANSFER_WAYS = ['remittance', 'treasury'] as const;
export type TransferWay = (typeof TRANSFER_WAYS)[number];

const text = (length: number) => z.string().check(z.minLength(1), z.maxLength(length));

/** A QR that can be paid, or could be. */
const paymentCode = z.strictObject({
  way: z.enum(CODE_WAYS),
  /** `over`: its time has passed, or it was closed; a new one closes it for good. */
  standing: z.enum(['open', 'over']),
  /** What the QR says; absent when it is over. */
  code: z.optional(text(512)),
  expiresAt: z.iso.datetime(),
});

/** Money that comes by bank. */
const transfer = z.strictObject({
  /** Where to: each way has an account of its own. */
  accounts: z
    .array(z.strictObject({ way: z.enum(TRANSFER_WAYS), name: text(100), number: text(40), bank: text(100) }))
    .check(z.minLength(1), z.maxLength(TRANSFER_WAYS.length)),
  /** What to write into the remark: by it finance finds the order. */
  remark: text(40),
  standing: z.enum(['to-remit', 'handed-in', 'not-found']),
  /** By which it was announced. */
  way: z.optional(z.enum(TRANSFER_WAYS)),
  handedInAt: z.optional(z.iso.datetime()),
  /** What finance says of a remittance that it has not found. */
  reason: z.optional(text(400)),
});

const refund = z.strictObject({
  amount: fen,
  reason: z.enum(REFUND_REASONS),
  standing: z.enum(REFUND_STATES),
  way: z.enum(PAYMENT_WAYS),
  at: z.iso.datetime(),
});

const invoice = z.strictObject({
  kind: z.enum(['blue', 'red']),
  standing: z.enum(['asked', 'issued']),
  number: z.optional(text(40)),
  at: z.iso.datetime(),
});

/** The cashier's window of one order. */
export const paymentView = z.strictObject({
  orderId,
  orderNumber,
  orderVersion,
  payment: z.enum(PAYMENT_STATES),
  amount: fen,
  /** What is paid for, in the channel's words. */
  product: z.string().check(z.maxLength(80)),
  hotline: z.strictObject({ phone: text(40), hours: text(80) }),
  /** Those that the order's channel takes and that are open today. */
  codeWays: z.array(z.enum(CODE_WAYS)).check(z.maxLength(CODE_WAYS.length)),
  codes: z.array(paymentCode).check(z.maxLength(CODE_WAYS.length)),
  transfer: z.optional(transfer),
  paidAt: z.optional(z.iso.datetime()),
  paidBy: z.optional(z.enum(PAYMENT_WAYS)),
  refunds: z.array(refund).check(z.maxLength(20)),
  invoices: z.array(invoice).check(z.maxLength(4)),
});

export type PaymentView = z.infer<typeof paymentView>;
export type PaymentCode = z.infer<typeof paymentCode>;

const PAYMENT_ERRORS = ['PAYMENT_NOT_ASKED', 'PAYMENT_WAY_NOT_OFFERED', ...ORDER_ERRORS] as const;

export const paymentOperations = {
  'payments.read': online(
    { route: { method: 'GET', path: '/v1/orders/{id}/payment' }, access: 'order', effect: 'none' },
    {
      summary: 'What is to be paid, how, and what became of it.',
      input: z.strictObject({ id: orderId }),
      output: paymentView,
      errors: ['PAYMENT_NOT_ASKED', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_READ,
    },
  ),
  'payments.open': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/payment/codes' }, access: 'order', effect: 'once' },
    {
      summary: 'A QR to pay by one way. One that is still good is answered again; one that is over is closed first.',
      input: z.strictObject({ id: orderId, way: z.enum(CODE_WAYS) }),
      output: paymentView,
      errors: ['PAYMENT_PROVIDER_AWAY', 'TRIES_TOO_FAST', ...PAYMENT_ERRORS],
      timeLimitMs: 15_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'payments.check': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/payment/check' }, access: 'order', effect: 'none' },
    {
      summary: 'Asks the providers now: for somebody who has paid and waits.',
      input: z.strictObject({ id: orderId }),
      output: paymentView,
      errors: ['PAYMENT_PROVIDER_AWAY', 'TRIES_TOO_FAST', ...PAYMENT_ERRORS],
      timeLimitMs: 15_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'payments.remit': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/payment/remittance' }, access: 'order', effect: 'once' },
    {
      summary: 'Announces a bank remittance, with the voucher that was put into its slot.',
      input: z.strictObject({
        id: orderId,
        version: orderVersion,
        way: z.enum(TRANSFER_WAYS),
        payer: text(100),
        paidOn: z.iso.date(),
      }),
      output: paymentView,
      errors: ['MATERIALS_MISSING', ...PAYMENT_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'invoices.send': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/invoice/send' }, access: 'order', effect: 'once' },
    {
      summary: 'Sends the e-invoice once more to the mailbox in the order.',
      input: z.strictObject({ id: orderId }),
      output: z.strictObject({ to: z.string().check(z.maxLength(60)) }),
      errors: ['DOCUMENT_NOT_THERE', 'TRIES_TOO_FAST', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
} as const;
