import { fen } from '@certbridge/shared/domain/money.ts';
import * as z from 'zod/mini';
import type { PaidFact, TradeStanding } from '../payment-provider.ts';
import type { WechatSettings } from './wechat-settings.ts';

const number = z.string().check(z.regex(/^[\w|*@-]{1,64}$/));

/** A trade as queries and notifications tell it. The payer is in it too and is not taken over. */
export const trade = z.object({
  mchid: z.string(),
  appid: z.string(),
  out_trade_no: number,
  trade_state: z.string(),
  transaction_id: z.optional(number),
  success_time: z.optional(z.iso.datetime({ offset: true })),
  amount: z.optional(z.object({ total: fen, currency: z._default(z.string().check(z.maxLength(16)), 'CNY') })),
});
export type Trade = z.output<typeof trade>;

export function isOurs({ mchid, appid }: WechatSettings, told: Pick<Trade, 'mchid' | 'appid'>): boolean {
  return told.mchid === mchid && told.appid === appid;
}

/** Undefined: a state that is not in the provider's list, or a payment without its facts. */
export function standingOf(told: Trade): TradeStanding | undefined {
  switch (told.trade_state) {
    case 'SUCCESS':
    // Paid, and on its way back or there.
    case 'REFUND': {
      const fact = paidFact(told);
      return fact && { standing: 'paid', fact };
    }
    case 'NOTPAY':
    case 'USERPAYING':
    case 'ACCEPT':
      return { standing: 'waiting' };
    case 'CLOSED':
    case 'REVOKED':
    case 'PAYERROR':
      return { standing: 'closed' };
    default:
      return undefined;
  }
}

function paidFact(told: Trade): PaidFact | undefined {
  const { transaction_id: transactionId, success_time: paidAt, amount } = told;
  if (transactionId === undefined || paidAt === undefined || amount === undefined) return undefined;
  return {
    merchant: told.mchid,
    app: told.appid,
    tradeNo: told.out_trade_no,
    transactionId,
    amount: amount.total,
    currency: amount.currency,
    paidAt: new Date(paidAt),
  };
}
