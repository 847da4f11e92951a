import * as z from 'zod/mini';
import { payBeforeReply } from '../pay-trade.ts';
import type { Trade } from '../trade.ts';
import { amount, mustBeShop, readContent } from './read-content.ts';
import { WechatError } from './wechat-error.ts';
import type { WechatSide } from './wechat-side.ts';

const order = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().check(z.minLength(1), z.maxLength(127)),
  out_trade_no: z.string().check(z.regex(/^[\w|*-]{6,32}$/)),
  time_expire: z.optional(z.iso.datetime({ offset: true })),
  notify_url: z.url().check(z.maxLength(255), z.regex(/^[^?]*$/)),
  amount: z.object({ total: amount, currency: z._default(z.literal('CNY'), 'CNY') }),
});
type Order = z.output<typeof order>;

/** How long a trade may be paid when its shop does not say. */
const USUAL_MS = 2 * 3_600_000;

/** One trade for each number: asked again with the same content, it is the same one. */
export async function nativeOrder(side: WechatSide, content: unknown): Promise<object> {
  const asked = readContent(order, content);
  mustBeShop(asked);
  const { book } = side.world;
  const earlier = book.find('wechat', asked.out_trade_no);
  if (earlier) return codeOf(sameTrade(earlier, asked));
  const trade = book.open({
    provider: 'wechat',
    tradeNo: asked.out_trade_no,
    title: asked.description,
    amount: asked.amount.total,
    notifyUrl: asked.notify_url,
    expiresAt: asked.time_expire ? new Date(asked.time_expire) : new Date(side.now().getTime() + USUAL_MS),
  });
  await payBeforeReply(side.world, side.tellPaid, trade);
  return codeOf(trade);
}

function codeOf({ code }: Trade): object {
  return { code_url: `weixin://wxpay/bizpayurl?pr=${code}` };
}

function sameTrade(earlier: Trade, asked: Order): Trade {
  if (earlier.state === 'paid') throw new WechatError('ORDERPAID');
  if (earlier.state === 'closed') throw new WechatError('ORDER_CLOSED');
  if (earlier.amount !== asked.amount.total || earlier.title !== asked.description) {
    throw new WechatError('OUT_TRADE_NO_USED');
  }
  return earlier;
}
