import * as z from 'zod/mini';
import { payBeforeReply } from '../../pay/pay-trade.ts';
import type { Trade } from '../../pay/trade.ts';
import { businessError } from '../alipay-error.ts';
import { type AlipayMethod, readContent } from '../alipay-method.ts';
import { readAlipayTime } from '../alipay-time.ts';
import { yuanAmount } from '../yuan-amount.ts';

const MINUTE_MS = 60_000;
/** Without anything said. */
const USUAL_MS = 120 * MINUTE_MS;
const UNITS = { m: 1, h: 60, d: 1_440 } as const;

/** 15m, 2h or 1d. */
const relative = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,3}[mhd]$/)),
  z.transform((text: string) => Number(text.slice(0, -1)) * UNITS[text.slice(-1) as keyof typeof UNITS] * MINUTE_MS),
);

const asked = z.object({
  out_trade_no: z.string().check(z.regex(/^\w{1,64}$/)),
  total_amount: yuanAmount.check(z.refine((amount) => amount >= 1 && amount <= 10_000_000_000)),
  subject: z.string().check(z.minLength(1), z.maxLength(256), z.regex(/^[^/=&]*$/)),
  time_expire: z.optional(z.string()),
  timeout_express: z.optional(relative),
  qr_code_timeout_express: z.optional(relative),
});

/** alipay.trade.precreate: the same order again is answered in the same way. */
export const precreate: AlipayMethod = async (tools, call) => {
  const order = readContent(asked, call);
  const earlier = tools.book.find('alipay', order.out_trade_no);
  if (earlier) refuseOther(earlier, { title: order.subject, amount: order.total_amount });
  const trade =
    earlier ??
    tools.book.open({
      provider: 'alipay',
      tradeNo: order.out_trade_no,
      title: order.subject,
      amount: order.total_amount,
      notifyUrl: call.notifyUrl,
      expiresAt: expiryOf(order, tools.now()),
    });
  const forged = tools.faults.alipay.has('forged') && tools.forged(trade);
  if (forged) await tools.notifier.sendOnce(forged);
  await payBeforeReply(tools, tools.paid, trade);
  return { out_trade_no: trade.tradeNo, qr_code: `${call.origin}/wallet?code=${trade.code}` };
};

function refuseOther({ state, ...earlier }: Trade, order: Pick<Trade, 'title' | 'amount'>): void {
  if (state === 'paid') throw businessError('ACQ.TRADE_HAS_SUCCESS');
  if (state === 'closed') throw businessError('ACQ.TRADE_HAS_CLOSE');
  const isSame = earlier.amount === order.amount && earlier.title === order.title;
  if (!isSame) throw businessError('ACQ.CONTEXT_INCONSISTENT');
}

/** The absolute time counts before the relative ones. */
function expiryOf(order: z.output<typeof asked>, now: Date): Date {
  if (order.time_expire !== undefined) {
    const at = readAlipayTime(order.time_expire);
    if (!at || at <= now) throw businessError('ACQ.INVALID_PARAMETER');
    return at;
  }
  return new Date(now.getTime() + (order.timeout_express ?? order.qr_code_timeout_express ?? USUAL_MS));
}
