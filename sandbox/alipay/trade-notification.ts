import { randomBytes } from 'node:crypto';
import { yuan } from '@certbridge/shared/domain/money.ts';
import type { Notification } from '../pay/notifier.ts';
import { refundedOf, type Trade, type TradeRefund } from '../pay/trade.ts';
import type { AlipayKeys } from './alipay-keys.ts';
import { alipayTime } from './alipay-time.ts';
import { signedContent } from './signed-content.ts';
import type { AlipaySwitches } from './switches.ts';
import { tradeStatus } from './trade-status.ts';

export interface NotificationParts {
  readonly keys: AlipayKeys;
  readonly switches: AlipaySwitches;
  readonly now: () => Date;
}

/** 4 m, 10 m, 10 m, 1 h, 2 h, 6 h, 15 h. */
const WAITS = [240, 600, 600, 3_600, 7_200, 21_600, 54_000];

/** Undefined: the shop did not say where it wants to hear. */
export function tradeNotification(
  parts: NotificationParts,
  trade: Trade,
  refund?: TradeRefund,
): Notification | undefined {
  const status = tradeStatus(trade, parts.switches);
  const parameters = { ...common(parts, trade), trade_status: status, ...refundFields(trade, refund) };
  return notification(trade, parameters, (given) => signed(parts, given));
}

/** Money that never came, in the words of Alipay and signed by somebody else. */
export function forgedNotification(parts: NotificationParts, trade: Trade): Notification | undefined {
  const at = parts.now();
  const paid = trade.paid ?? {
    transactionId: `${'9'.repeat(28)}`,
    buyer: '2088000000000000',
    amount: trade.amount,
    at,
  };
  const parameters = { ...common(parts, { ...trade, paid }), trade_status: 'TRADE_SUCCESS' };
  return notification(trade, parameters, (given) => ({ ...given, sign: parts.keys.forge(signedContent(given)) }));
}

type Parameters = Readonly<Record<string, string>>;

function notification(
  { notifyUrl, tradeNo }: Trade,
  parameters: Parameters & { readonly notify_id: string },
  sign: (parameters: Parameters) => Parameters,
): Notification | undefined {
  if (notifyUrl === undefined) return undefined;
  return {
    provider: 'alipay',
    id: parameters.notify_id,
    tradeNo,
    url: notifyUrl,
    make: () => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: new URLSearchParams(sign(parameters)).toString(),
    }),
    isAcknowledged: ({ body }) => body === 'success',
    waits: WAITS,
  };
}

function common({ keys, now }: NotificationParts, { tradeNo, title, openedAt, amount, paid }: Trade) {
  const sum = yuan(paid?.amount ?? amount);
  const at = now();
  return {
    app_id: keys.appId,
    auth_app_id: keys.appId,
    seller_id: keys.sellerId,
    charset: 'utf-8',
    version: '1.0',
    notify_type: 'trade_status_sync',
    notify_id: `${alipayTime(at).replaceAll(/\D/g, '')}${randomBytes(10).toString('hex')}`,
    notify_time: alipayTime(at),
    gmt_create: alipayTime(openedAt),
    ...(paid ? { gmt_payment: alipayTime(paid.at), trade_no: paid.transactionId, buyer_id: paid.buyer } : {}),
    buyer_logon_id: '159****5620',
    out_trade_no: tradeNo,
    subject: title,
    total_amount: sum,
    receipt_amount: sum,
    invoice_amount: sum,
    buyer_pay_amount: sum,
    point_amount: '0.00',
    fund_bill_list: JSON.stringify([{ amount: sum, fundChannel: 'ALIPAYACCOUNT' }]),
  };
}

/** `refund_fee` is what went back in all; `out_biz_no` is which refund tells of it. */
function refundFields(trade: Trade, refund: TradeRefund | undefined): Parameters {
  if (!refund) return {};
  return {
    refund_fee: yuan(refundedOf(trade)),
    gmt_refund: `${alipayTime(refund.at)}.000`,
    out_biz_no: refund.refundNo,
  };
}

function signed({ keys, switches }: NotificationParts, parameters: Parameters): Parameters {
  const content = signedContent(switches.signsSignType ? { ...parameters, sign_type: 'RSA2' } : parameters);
  return { ...parameters, sign_type: 'RSA2', sign: keys.sign(content) };
}
