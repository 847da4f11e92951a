import * as z from 'zod/mini';
import { businessName } from '../../domain/business.ts';
import { MATERIALS } from '../../domain/channel.ts';
import { channelId } from '../../domain/channel-id.ts';
import { formFields } from '../../domain/form/field-names.ts';
import { PROCESSING } from '../../domain/machines/all-machines.ts';
import { ORDER_STATES } from '../../domain/machines/order-machine.ts';
import { PAYMENT_STATES } from '../../domain/machines/payment-machine.ts';
import { orderPrice } from '../../domain/order/price-of-order.ts';
import { ORDER_STEPS } from '../../domain/order/steps-of-order.ts';

export const orderId = z.uuid();
/** Year, month, day and the day's count: 251121-00042. */
export const orderNumber = z.string().check(z.regex(/^\d{6}-\d{5,7}$/));
export const orderVersion = z.int().check(z.nonnegative());
export const materialSlot = z.enum(MATERIALS);
export const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const agreement = z.strictObject({
  id: z.enum(['service-agreement', 'privacy-policy']),
  version: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});

/** One line of the timeline: what happened or will happen, when, and by when it is promised. */
const timelineStep = z.strictObject({
  step: z.enum(ORDER_STEPS),
  standing: z.enum(['done', 'now', 'to-come', 'failed']),
  at: z.optional(z.iso.datetime()),
  /** The last day on which it will have happened. */
  promised: z.optional(z.iso.date()),
});

/** How the unit, or the operator, stands with the bureau or the bank. */
export const identityCheck = z.strictObject({
  party: z.enum(['unit', 'operator']),
  way: z.enum(['phone', 'bank-card', 'account-transfer']),
  /** `sent`: the fen is on its way. `outdated`: the data were changed after the check. */
  standing: z.enum(['passed', 'failed', 'sent', 'transfer-returned', 'outdated']),
  at: z.iso.datetime(),
  /** Masked, for the screen: whom or which account was asked about. */
  about: z.string().check(z.maxLength(60)),
  triesLeft: z.int().check(z.nonnegative()),
});

export const orderMaterial = z.strictObject({
  slot: materialSlot,
  required: z.boolean(),
  standing: z.enum(['empty', 'stored']),
  bytes: z.optional(z.int().check(z.positive())),
  kind: z.optional(z.enum(['jpeg', 'png'])),
  width: z.optional(z.int().check(z.positive())),
  height: z.optional(z.int().check(z.positive())),
  at: z.optional(z.iso.datetime()),
});

export const ORDER_ACTIONS = ['continue', 'edit', 'cancel', 'pay', 'application-form', 'invoice', 'receive'] as const;

/** An order as its owner sees it. */
export const orderView = z.strictObject({
  id: orderId,
  number: orderNumber,
  version: orderVersion,
  channelId,
  channelName: z.string().check(z.maxLength(80)),
  business: businessName,
  holder: z.enum(['unit', 'person']),
  state: z.enum(ORDER_STATES),
  payment: z.enum(PAYMENT_STATES),
  processing: z.enum(PROCESSING),
  createdAt: z.iso.datetime(),
  fields: formFields,
  /** Absent until a product is chosen. */
  price: z.optional(orderPrice),
  /** From–to if the certificate were issued today. */
  validity: z.optional(z.strictObject({ from: z.iso.date(), until: z.iso.date() })),
  timeline: z.array(timelineStep).check(z.maxLength(ORDER_STEPS.length)),
  checks: z.array(identityCheck).check(z.maxLength(2)),
  authorised: z.boolean(),
  materials: z.array(orderMaterial).check(z.maxLength(MATERIALS.length)),
  agreements: z.array(agreement).check(z.maxLength(4)),
  /** Of the canonical application; absent while the form is open. */
  digest: z.optional(sha256Hex),
  /** Why the order was returned, in the reviewer's words, slot by slot or field by field. */
  returned: z.array(
    z.strictObject({ about: z.string().check(z.maxLength(60)), reason: z.string().check(z.maxLength(400)) }),
  ),
  actions: z.array(z.enum(ORDER_ACTIONS)).check(z.maxLength(ORDER_ACTIONS.length)),
});

/** One row of "my orders". */
export const orderSummary = z.strictObject({
  id: orderId,
  number: orderNumber,
  channelName: z.string().check(z.maxLength(80)),
  business: businessName,
  /** Masked. */
  certificateName: z.string().check(z.maxLength(80)),
  state: z.enum(ORDER_STATES),
  payment: z.enum(PAYMENT_STATES),
  finished: z.boolean(),
  createdAt: z.iso.datetime(),
  total: z.optional(z.int().check(z.nonnegative())),
  keySerial: z.optional(z.string().check(z.maxLength(40))),
  /** Where the certificate password or the authorisation code goes. */
  passwordWay: z.optional(z.enum(['legal-representative-phone', 'legal-representative-card', 'account-transfer'])),
  actions: z.array(z.enum(ORDER_ACTIONS)).check(z.maxLength(ORDER_ACTIONS.length)),
});

export type OrderView = z.infer<typeof orderView>;
export type OrderSummary = z.infer<typeof orderSummary>;
export type IdentityCheck = z.infer<typeof identityCheck>;
export type OrderMaterial = z.infer<typeof orderMaterial>;
export type Agreement = z.infer<typeof agreement>;
