import * as z from 'zod/mini';
import { readAlipayTime } from './alipay-time.ts';
import { readYuan } from './read-yuan.ts';

/** Alipay's fields, as they are spelt in answers and notifications alike. */
export const yuanField = z.pipe(
  z.string().check(z.refine((text) => readYuan(text) !== undefined)),
  z.transform((text) => readYuan(text) ?? 0),
);
export const timeField = z.pipe(
  z.string().check(z.refine((text) => readAlipayTime(text) !== undefined)),
  z.transform((text) => readAlipayTime(text) ?? new Date(0)),
);
export const numberField = z.string().check(z.regex(/^\w{1,64}$/));
export const statusField = z.enum(['WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED']);
export type TradeStatus = z.output<typeof statusField>;
