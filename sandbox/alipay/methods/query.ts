import { yuan } from '@certbridge/shared/domain/money.ts';
import * as z from 'zod/mini';
import { type AlipayMethod, readContent, scannedTrade } from '../alipay-method.ts';
import { alipayTime } from '../alipay-time.ts';
import { tradeStatus } from '../trade-status.ts';

const asked = z.object({ out_trade_no: z.string() });

/** alipay.trade.query */
export const query: AlipayMethod = async (tools, call) => {
  const trade = scannedTrade(tools, readContent(asked, call).out_trade_no);
  const { tradeNo, amount, paid } = trade;
  const common = {
    out_trade_no: tradeNo,
    trade_status: tradeStatus(trade, tools.switches),
    total_amount: yuan(paid?.amount ?? amount),
    point_amount: '0.00',
    invoice_amount: '0.00',
  };
  if (!paid) return { ...common, buyer_pay_amount: '0.00', receipt_amount: '0.00' };
  return {
    ...common,
    trade_no: paid.transactionId,
    buyer_logon_id: '159****5620',
    buyer_user_id: paid.buyer,
    buyer_pay_amount: yuan(paid.amount),
    receipt_amount: yuan(paid.amount),
    send_pay_date: alipayTime(paid.at),
  };
};
