import * as z from 'zod/mini';
import type { Told } from '../payment-provider.ts';
import { strictBase64 } from '../strict-base64.ts';
import type { AlipaySettings } from './alipay-settings.ts';
import type { AllKeysSdk } from './all-keys-sdk.ts';
import { numberField, statusField, timeField, yuanField } from './fields.ts';

export interface NotificationReader {
  readonly sdk: Pick<AllKeysSdk, 'checkNotifySignV2'>;
  readonly settings: Pick<AlipaySettings, 'appId' | 'sellerId'>;
  readonly now: Date;
}

/** More than Alipay ever says at once. */
const MOST_BYTES = 64 * 1024;
/** The last repetition comes 24 hours and 24 minutes after the first; it may have waited here as well. */
const OLDEST_MS = 25 * 3_600_000;
/** As far as two clocks may be apart. */
const FARTHEST_AHEAD_MS = 600_000;

const common = z.object({
  notify_id: z.string().check(z.regex(/^[\w-]{1,128}$/)),
  notify_time: timeField,
  notify_type: z.literal('trade_status_sync'),
  app_id: z.string(),
  seller_id: z.string(),
  /** RSA would be SHA-1. */
  sign_type: z.literal('RSA2'),
  trade_status: statusField,
  out_trade_no: numberField,
  /** With it, it tells of a refund, whatever the status. */
  gmt_refund: z.optional(z.string()),
});
const paid = z.object({
  trade_no: numberField,
  total_amount: yuanField.check(z.refine((amount) => amount > 0)),
  gmt_payment: timeField,
  trans_currency: z._default(z.string().check(z.regex(/^[A-Z]{3}$/)), 'CNY'),
});
const refunded = z.object({ out_biz_no: numberField, refund_fee: yuanField });

/** A notification of Alipay, to this app of this seller; undefined when it is not that. */
export function readNotification(reader: NotificationReader, body: Uint8Array): Told | undefined {
  const parameters = parametersOf(body);
  if (!parameters) return undefined;
  const read = common.safeParse(parameters);
  if (!read.success || !isSigned(reader, parameters)) return undefined;
  const said = read.data;
  const { appId, sellerId } = reader.settings;
  if (said.app_id !== appId || said.seller_id !== sellerId || !isFresh(said.notify_time, reader.now)) return undefined;
  if (said.gmt_refund) return refundTold(said.notify_id, parameters);
  if (said.trade_status !== 'TRADE_SUCCESS' && said.trade_status !== 'TRADE_FINISHED') {
    return { about: 'none', id: said.notify_id };
  }
  const payment = paid.safeParse(parameters).data;
  if (!payment) return undefined;
  return {
    about: 'paid',
    id: said.notify_id,
    fact: {
      merchant: said.seller_id,
      app: said.app_id,
      tradeNo: said.out_trade_no,
      transactionId: payment.trade_no,
      amount: payment.total_amount,
      currency: payment.trans_currency,
      paidAt: payment.gmt_payment,
    },
  };
}

/** A refund that somebody made by hand at Alipay has no number of ours. */
function refundTold(id: string, parameters: Readonly<Record<string, string>>): Told {
  const refund = refunded.safeParse(parameters).data;
  return refund ? { about: 'refund', id, refundNo: refund.out_biz_no, standing: 'done' } : { about: 'none', id };
}

/** Undefined: too long, no text, or a name twice, of which each reader might take another. */
function parametersOf(body: Uint8Array): Readonly<Record<string, string>> | undefined {
  if (body.length > MOST_BYTES) return undefined;
  const pairs = [...new URLSearchParams(Buffer.from(body).toString('latin1'))];
  const parameters = Object.fromEntries(pairs);
  return Object.keys(parameters).length === pairs.length ? parameters : undefined;
}

/** Whether `sign_type` was signed, too, depends on the app; the SDK tries both. */
function isSigned({ sdk }: NotificationReader, parameters: Readonly<Record<string, string>>): boolean {
  if (!strictBase64(parameters['sign'] ?? '')) return false;
  try {
    return sdk.checkNotifySignV2(parameters);
  } catch {
    return false;
  }
}

function isFresh(at: Date, now: Date): boolean {
  const age = now.getTime() - at.getTime();
  return age <= OLDEST_MS && age >= -FARTHEST_AHEAD_MS;
}
