import type { FastifyPluginAsync } from 'fastify';
import { openAlipay } from './alipay/alipay-gateway.ts';
import type { AlipayAccount } from './alipay/alipay-keys.ts';
import { COLLECTING_ACCOUNTS } from './bank/collecting-accounts.ts';
import { newPayWorld, type PayGateway, type PayWorld } from './pay/pay-world.ts';
import { walletRoutes } from './pay/wallet-routes.ts';
import { openWechat } from './pay/wechat/wechat-gateway.ts';
import type { WechatAccount } from './pay/wechat/wechat-keys.ts';

/** As whom the service collects money. */
export interface PayAccounts {
  readonly alipay: AlipayAccount;
  readonly wechat: WechatAccount;
  readonly remittance: typeof COLLECTING_ACCOUNTS;
}

export interface Payments {
  readonly world: PayWorld;
  readonly gateways: readonly PayGateway[];
  /** As they are now: keys rotate. */
  readonly payAccounts: () => PayAccounts;
  readonly routes: FastifyPluginAsync;
  stop(): void;
}

export interface PaymentOptions {
  readonly now?: () => Date;
  /** By how much the schedules of notifications are compressed. */
  readonly factor?: number;
  /** Whoever has started the sandbox hears of new keys. */
  readonly onKeys?: (accounts: PayAccounts) => void;
}

/** Alipay, WeChat Pay, and the wallet that pays by them. */
export function openPayments(options: PaymentOptions = {}): Payments {
  const world = newPayWorld(options);
  const payAccounts = () => ({ alipay: alipay.account, wechat: wechat.account, remittance: COLLECTING_ACCOUNTS });
  const each = { ...(options.now ? { now: options.now } : {}), onKeys: () => options.onKeys?.(payAccounts()) };
  const alipay = openAlipay(world, each);
  const wechat = openWechat(world, each);
  const gateways = [alipay, wechat];
  return {
    world,
    gateways,
    payAccounts,
    routes: async (site) => {
      await site.register(walletRoutes(world, gateways));
      for (const gateway of gateways) await site.register(gateway.routes);
    },
    stop: () => world.notifier.stop(),
  };
}
