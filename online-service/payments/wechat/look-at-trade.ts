import { PaymentProviderAway, type TradeStanding } from '../payment-provider.ts';
import { isOurs, standingOf, trade } from './trade.ts';
import { contentAs, refusalCode, type WechatClient } from './wechat-client.ts';

export async function lookAtTrade({ settings, call }: WechatClient, tradeNo: string): Promise<TradeStanding> {
  const reply = await call({
    method: 'GET',
    path: `v3/pay/transactions/out-trade-no/${tradeNo}`,
    query: { mchid: settings.mchid },
  });
  if (reply.status === 404 && isUnknown(refusalCode(reply))) return { standing: 'unknown' };
  const told = contentAs(reply, trade);
  // A signature covers no request: a reply to another question would pass.
  if (!isOurs(settings, told) || told.out_trade_no !== tradeNo) throw new PaymentProviderAway('reply-of-another-trade');
  const standing = standingOf(told);
  if (!standing) throw new PaymentProviderAway('reply-not-understood');
  return standing;
}

/** Old and new word for the same. */
export function isUnknown(code: string): boolean {
  return code === 'ORDER_NOT_EXIST' || code === 'ORDERNOTEXIST' || code === 'RESOURCE_NOT_EXISTS';
}
