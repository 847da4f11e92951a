import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(200));
const fen = z.int().check(z.gte(1), z.lte(100_000_000));

/** docs/payments.md: what a customer of the platform asks for. Amounts include the tax. */
export const wantedInvoice = z.strictObject({
  buyer: z.strictObject({
    title: text,
    taxpayerNumber: z.optional(text),
    addressAndPhone: z.optional(text),
    bankAndAccount: z.optional(text),
  }),
  lines: z
    .array(z.strictObject({ name: text, count: z.int().check(z.gte(1), z.lte(1_000)), amountFen: fen }))
    .check(z.minLength(1), z.maxLength(20)),
  totalFen: fen,
  taxPercent: z.int().check(z.gte(0), z.lte(13)),
  remark: z.string().check(z.maxLength(200)),
});
export type WantedInvoice = z.infer<typeof wantedInvoice>;

export const wantedReversal = z.strictObject({ number: text });

export interface IssuedInvoice {
  readonly requestId: string;
  readonly number: string;
  readonly checkCode: string;
  readonly issuedAt: Date;
  readonly wanted: WantedInvoice;
  /** The number of the blue one that this red one takes back. */
  readonly reverses: string | undefined;
}

export interface Seller {
  readonly name: string;
  readonly taxpayerNumber: string;
  readonly addressAndPhone: string;
  readonly bankAndAccount: string;
}

/** Whose tax account the platform's one customer has; invented. */
export const SELLER: Seller = {
  name: '示例电子认证服务有限公司',
  taxpayerNumber: '91110108MA00EX4M5L',
  addressAndPhone: '北京市海淀区示例路 1 号 010-58515500',
  bankAndAccount: '示例银行营业部 1100000000000000001',
};
