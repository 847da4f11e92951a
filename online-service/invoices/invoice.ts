import type { InvoiceState } from '@certbridge/shared/domain/machines/invoice-machine.ts';
import { fen } from '@certbridge/shared/domain/money.ts';
import * as z from 'zod/mini';

export const INVOICE_KINDS = ['blue', 'red'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

const text = z.string().check(z.maxLength(200));

/** What an invoice says, frozen when it was asked for. Amounts include the tax. Of the buyer only the title is a must. */
export const invoiceContent = z.object({
  buyer: z.object({
    title: text,
    taxpayerNumber: z.optional(text),
    addressAndPhone: z.optional(text),
    bankAndAccount: z.optional(text),
  }),
  lines: z.array(z.object({ name: text, count: z.int().check(z.gte(1)), amount: fen })),
  total: fen,
  /** Stands in the remarks. */
  orderNumber: text,
});
export type InvoiceContent = z.infer<typeof invoiceContent>;

/** One e-invoice. The platform knows it by our `id`, which every try sends along. */
export interface Invoice {
  readonly id: string;
  readonly version: number;
  readonly receiptId: string;
  readonly orderId: string;
  readonly kind: InvoiceKind;
  /** Of a red one: what it reverses. */
  readonly blueId: string | undefined;
  readonly state: InvoiceState;
  /** The rate at the first try: another one would make it another request. */
  readonly taxPercent: number | undefined;
  /** The platform's, once it is issued. */
  readonly number: string | undefined;
  /** Where its PDF lies. */
  readonly storeKey: string | undefined;
  readonly content: InvoiceContent;
  readonly tries: number;
  readonly createdAt: Date;
  readonly issuedAt: Date | undefined;
}
