import { PaymentProviderAway } from '../payment-provider.ts';
import { isUnknown } from './look-at-trade.ts';
import { refusalCode, type WechatClient } from './wechat-client.ts';

export async function closeTrade({ settings, call }: WechatClient, tradeNo: string): Promise<'closed' | 'paid'> {
  const path = `v3/pay/transactions/out-trade-no/${tradeNo}/close`;
  const reply = await call({ method: 'POST', path, content: { mchid: settings.mchid } });
  if (reply.status === 204) return 'closed';
  const code = refusalCode(reply);
  if (code === 'ORDERPAID' || code === 'ORDER_PAID') return 'paid';
  // Nobody has a QR of a trade that was never opened.
  if (code === 'ORDER_CLOSED' || code === 'ORDERCLOSED' || isUnknown(code)) return 'closed';
  throw new PaymentProviderAway(code);
}
