import * as z from 'zod/mini';
import { PaymentProviderAway } from '../payment-provider.ts';
import type { AlipayClient } from './alipay-client.ts';
import { lookAtTrade } from './look-at-trade.ts';

const fields = z.object({});

/**
 * alipay.trade.close. A QR that nobody has scanned is no trade yet and lives until its time is over: who pays it then
 * gets his money back by itself.
 */
export async function closeTrade(client: AlipayClient, tradeNo: string): Promise<'closed' | 'paid'> {
  const answer = await client.call({ method: 'alipay.trade.close', content: { out_trade_no: tradeNo }, fields });
  if (!('refused' in answer)) return 'closed';
  switch (answer.refused) {
    case 'ACQ.TRADE_NOT_EXIST':
      return 'closed';
    case 'ACQ.REASON_TRADE_STATUS_INVALID':
    case 'ACQ.TRADE_STATUS_ERROR':
      return notOpen(client, tradeNo, answer.refused);
    default:
      throw new PaymentProviderAway(answer.refused);
  }
}

async function notOpen(client: AlipayClient, tradeNo: string, refused: string): Promise<'closed' | 'paid'> {
  const { standing } = await lookAtTrade(client, tradeNo);
  if (standing === 'paid' || standing === 'closed') return standing;
  throw new PaymentProviderAway(refused);
}
