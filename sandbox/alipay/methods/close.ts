import * as z from 'zod/mini';
import { businessError } from '../alipay-error.ts';
import { type AlipayMethod, readContent, scannedTrade } from '../alipay-method.ts';

const asked = z.object({ out_trade_no: z.string() });

/** alipay.trade.close: what was never scanned is no trade that could be closed, and its QR lives on. */
export const close: AlipayMethod = async (tools, call) => {
  const trade = scannedTrade(tools, readContent(asked, call).out_trade_no);
  if (trade.state !== 'waiting') throw businessError('ACQ.REASON_TRADE_STATUS_INVALID');
  tools.book.close(trade);
  return { out_trade_no: trade.tradeNo };
};
