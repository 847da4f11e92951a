import { yuan } from '@certbridge/shared/domain/money.ts';
import * as z from 'zod/mini';
import { type AlipayMethod, readContent, scannedTrade } from '../alipay-method.ts';

const asked = z.object({ out_trade_no: z.string(), out_request_no: z.string() });

/** alipay.trade.fastpay.refund.query: a refund that is not there is a success that says nothing. */
export const refundQuery: AlipayMethod = async (tools, call) => {
  const { out_trade_no, out_request_no } = readContent(asked, call);
  const { paid, refunds } = scannedTrade(tools, out_trade_no);
  const refund = refunds.find(({ refundNo }) => refundNo === out_request_no);
  if (!refund || !paid) return {};
  return {
    trade_no: paid.transactionId,
    out_trade_no,
    out_request_no,
    total_amount: yuan(paid.amount),
    refund_amount: yuan(refund.amount),
    refund_status: 'REFUND_SUCCESS',
  };
};
