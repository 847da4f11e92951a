import type { PaymentProvider } from '../payment-provider.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { closeTrade } from './close-trade.ts';
import { lookAtTrade } from './look-at-trade.ts';
import { openCode } from './open-code.ts';
import { readNotification } from './read-notification.ts';
import { lookAtRefund, refundTrade } from './refund-trade.ts';
import { tradeBill } from './trade-bill.ts';
import { type WechatClient, type WechatClientOptions, wechatClient } from './wechat-client.ts';
import type { WechatSettings } from './wechat-settings.ts';

export interface WechatTools extends WechatClientOptions {
  readonly settings: SettingsFile<WechatSettings>;
  readonly now: () => Date;
}

export function wechatProvider({ settings, now, ...options }: WechatTools): PaymentProvider {
  let kept: WechatClient | undefined;
  /** The client holds keys: with new ones, there is a new client. */
  async function client(): Promise<WechatClient> {
    const current = await settings.current();
    if (kept?.settings !== current) kept = wechatClient(current, options);
    return kept;
  }
  return {
    way: 'wechat',
    open: async (asked) => openCode(await client(), asked),
    look: async (tradeNo) => lookAtTrade(await client(), tradeNo),
    close: async (tradeNo) => closeTrade(await client(), tradeNo),
    refund: async (asked) => refundTrade(await client(), asked),
    lookAtRefund: async (asked) => lookAtRefund(await client(), asked),
    bill: async (day) => tradeBill(await client(), day),
    read: async (notification, cameAt) => readNotification(await settings.current(), notification, cameAt ?? now()),
    thanks: { status: 204, type: 'application/json', body: '' },
    refusal: { status: 401, type: 'application/json', body: '{"code":"FAIL","message":"验签失败"}' },
  };
}
