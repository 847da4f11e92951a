import * as z from 'zod/mini';

export const SMS_TEMPLATES = [
  'signing-code',
  'query-code',
  'authorisation-code',
  'order-cancelled',
  'order-paid',
  'money-returns',
  'refund-done',
  'remittance-not-found',
  'order-approved',
  'order-returned',
  'order-posted',
  'certificate-password',
  'expiry-reminder',
] as const;
export type SmsTemplate = (typeof SMS_TEMPLATES)[number];
export const MAIL_TEMPLATES = [
  'order-signed',
  'order-cancelled',
  'order-paid',
  'money-returns',
  'refund-done',
  'invoice',
  'red-invoice',
  'remittance-not-found',
  'order-approved',
  'order-returned',
  'order-posted',
  'expiry-reminder',
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

const values = z.record(z.string(), z.string());
const common = { to: z.string(), values };

/** What must leave the service once, and only if the transaction that asked for it stays. */
export const outboxMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sms'), template: z.enum(SMS_TEMPLATES), ...common }),
  z.object({
    kind: z.literal('mail'),
    template: z.enum(MAIL_TEMPLATES),
    /** Whose PDF goes along; it is read when the mail is sent. */
    invoice: z.optional(z.uuid()),
    ...common,
  }),
]);
export type OutboxMessage = Readonly<z.infer<typeof outboxMessage>>;
export type MessageKind = OutboxMessage['kind'];
/** A message that goes nowhere: by the work of sending it, nobody can tell that there is nobody. */
export const NOBODY = 'nobody';

export type MessageValues = { readonly [name: string]: string };

export interface PutOptions {
  /** After this it is of no use to anybody (a code that is over) and is not sent any more. */
  readonly until?: Date | undefined;
  /** Not before this: a reminder in the night. */
  readonly notBefore?: Date | undefined;
  /** What it is about, for ever, without a word of whom: a second message of its kind with the same key is not put. */
  readonly key?: string | undefined;
}

export interface Outbox {
  /** Sealed before it is stored; sent after the transaction, at least once, with the row's id as its reference. */
  put(message: OutboxMessage, options?: PutOptions): Promise<void>;
}
