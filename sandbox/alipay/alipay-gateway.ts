import type { FastifyPluginAsync } from 'fastify';
import { REQUEST_INVALID, refuse } from '../http/refusals.ts';
import type { PayGateway, PayWorld } from '../pay/pay-world.ts';
import type { Trade } from '../pay/trade.ts';
import { type AlipayAccount, AlipayKeys } from './alipay-keys.ts';
import type { AlipayTools } from './alipay-method.ts';
import { alipaySettings, alipaySwitches } from './alipay-settings.ts';
import { BillShelf } from './bill-shelf.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import type { AlipaySwitches } from './switches.ts';
import { forgedNotification, tradeNotification } from './trade-notification.ts';

export interface AlipayGateway extends PayGateway {
  readonly provider: 'alipay';
  readonly account: AlipayAccount;
  readonly switches: AlipaySwitches;
}

export interface AlipayOptions {
  readonly now?: () => Date;
  /** Keys were rotated: the shop must hear of the new ones. */
  readonly onKeys?: () => void;
}

/** Alipay, as much of it as a shop with QR codes needs, and that shop's account there. */
export function openAlipay(world: PayWorld, { now = () => new Date(), onKeys }: AlipayOptions = {}): AlipayGateway {
  const keys = new AlipayKeys();
  const switches = { signsSignType: false, finishesAtOnce: false, billsToday: false };
  const parts = { keys, switches, now };
  const tools: AlipayTools = {
    ...world,
    ...parts,
    bills: new BillShelf(),
    paid,
    refunded: async (trade, refund) => {
      const told = tradeNotification(parts, trade, refund);
      if (told) await world.notifier.notify(told);
    },
    forged: (trade) => forgedNotification(parts, trade),
  };

  async function paid(trade: Trade): Promise<void> {
    const forged = world.faults.alipay.has('forged') && tools.forged(trade);
    if (forged) await world.notifier.sendOnce(forged);
    const told = tradeNotification(parts, trade);
    if (told) await world.notifier.notify(told);
  }

  return {
    provider: 'alipay',
    name: { zh: '支付宝', en: 'Alipay' },
    merchant: '示例证书服务中心',
    switches,
    get account() {
      return keys.account;
    },
    routes: async (site) => {
      await site.register(gatewayRoutes(tools));
      await site.register(switchRoute(switches));
    },
    paid,
    rotateKeys: () => {
      keys.rotate();
      onKeys?.();
    },
    settings: (ownHost) => alipaySettings(keys, switches, ownHost),
  };
}

function switchRoute(switches: AlipaySwitches): FastifyPluginAsync {
  return async (site) => {
    site.post('/alipay/switches', (asked, reply) => {
      const chosen = alipaySwitches.safeParse(asked.body);
      if (!chosen.success) return refuse(asked, reply, { status: 400, text: REQUEST_INVALID });
      Object.assign(switches, chosen.data);
      return reply.redirect('/wallet', 303);
    });
  };
}
