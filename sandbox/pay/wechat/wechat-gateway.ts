import type { FastifyInstance } from 'fastify';
import { REQUEST_INVALID, refuse } from '../../http/refusals.ts';
import type { PayGateway, PayWorld } from '../pay-world.ts';
import type { Trade } from '../trade.ts';
import { forgedNews, newsFor, probeNews, type ShopNews } from './tell-shop.ts';
import { type RefundTold, toldRefund, toldTrade } from './told-trade.ts';
import { MCHID, type WechatAccount, WechatKeys } from './wechat-keys.ts';
import { wechatSettings } from './wechat-page.ts';
import { wechatRoutes } from './wechat-routes.ts';
import type { WechatSide } from './wechat-side.ts';
import { switchChoice, WECHAT_SWITCHES, WechatSwitches } from './wechat-switches.ts';

export interface WechatOptions {
  readonly now?: () => Date;
  /** Keys were rotated: the shop must hear of the new ones. */
  readonly onKeys?: () => void;
}

export interface WechatGateway extends PayGateway {
  readonly provider: 'wechat';
  readonly account: WechatAccount;
  readonly switches: WechatSwitches;
  /** Tries whether the shop of the newest trade verifies signatures. */
  probe(): Promise<void>;
}

/** The provider probes with every so many payments. */
const PROBED_EVERY = 5;

export function openWechat(world: PayWorld, { now = () => new Date(), onKeys }: WechatOptions = {}): WechatGateway {
  const keys = new WechatKeys();
  const switches = new WechatSwitches();
  const side: WechatSide = {
    world,
    keys,
    switches,
    failedRefunds: new Map(),
    now,
    tellPaid: payTeller(world, () => side),
    tellRefund: (ended, url) => void world.notifier.notify(newsFor(side, refundNews(ended, url))),
  };
  async function probe(): Promise<void> {
    const [newest] = world.book.all().filter(({ provider }) => provider === 'wechat');
    const news = newest && paidNews(newest);
    if (news) await world.notifier.sendOnce(probeNews(side, news));
  }
  const gateway: WechatGateway = {
    provider: 'wechat',
    name: { zh: '微信支付', en: 'WeChat Pay' },
    merchant: '示例证书服务中心',
    switches,
    get account() {
      return keys.account;
    },
    probe,
    async routes(site) {
      await site.register(wechatRoutes(side));
      pageRoutes(site, gateway);
    },
    paid: side.tellPaid,
    rotateKeys() {
      keys.rotate();
      onKeys?.();
    },
    settings: (ownHost) => wechatSettings(switches, ownHost),
  };
  return gateway;
}

function payTeller({ notifier, faults }: PayWorld, side: () => WechatSide): WechatSide['tellPaid'] {
  let told = 0;
  return async (trade) => {
    const news = paidNews(trade);
    if (!news) return;
    told += 1;
    if (faults.wechat.has('forged')) await notifier.sendOnce(forgedNews(side(), news));
    if (told % PROBED_EVERY === 0) await notifier.sendOnce(probeNews(side(), news));
    await notifier.notify(newsFor(side(), news));
  };
}

function paidNews(trade: Trade): ShopNews | undefined {
  const { tradeNo, notifyUrl: url } = trade;
  if (url === undefined) return undefined;
  return { event: 'TRANSACTION.SUCCESS', summary: '支付成功', tradeNo, url, told: toldTrade(trade) };
}

function refundNews(ended: RefundTold, url: string): ShopNews {
  const { status, ...told } = toldRefund(ended) as { readonly status: string };
  const event = ended.status === 'ABNORMAL' || ended.status === 'CLOSED' ? ended.status : 'SUCCESS';
  return {
    event: `REFUND.${event}`,
    summary: event === 'SUCCESS' ? '退款成功' : '退款未成功',
    tradeNo: ended.trade.tradeNo,
    url,
    told: { mchid: MCHID, ...told, refund_status: status },
  };
}

function pageRoutes(site: FastifyInstance, { switches, probe }: WechatGateway): void {
  site.post('/wechat/switches', (asked, reply) => {
    const chosen = switchChoice.safeParse(asked.body ?? {});
    if (!chosen.success) return refuse(asked, reply, { status: 400, text: REQUEST_INVALID });
    switches.set(WECHAT_SWITCHES.filter((one) => chosen.data[one] === 'on'));
    return reply.redirect('/wallet', 303);
  });
  site.post('/wechat/probe', async (_asked, reply) => {
    await probe();
    return reply.redirect('/wallet', 303);
  });
}
