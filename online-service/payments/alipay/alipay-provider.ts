import type { PaymentProvider } from '../payment-provider.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { alipayClient } from './alipay-client.ts';
import type { AlipaySettings } from './alipay-settings.ts';
import { billOfDay } from './bill-of-day.ts';
import { closeTrade } from './close-trade.ts';
import { lookAtTrade } from './look-at-trade.ts';
import { openTrade } from './open-trade.ts';
import { readNotification } from './read-notification.ts';
import { lookAtRefund, refundTrade } from './refund-trade.ts';

export interface AlipayTools {
  readonly settings: SettingsFile<AlipaySettings>;
  /** Where Alipay tells of payments, as it reaches us. */
  readonly notifyUrl: () => string;
  readonly now: () => Date;
}

/** Alipay's 当面付 through its official SDK: a QR for each collection. */
export function alipayProvider({ settings, notifyUrl, now }: AlipayTools): PaymentProvider {
  const client = alipayClient(settings, now);
  return {
    way: 'alipay',
    open: (asked) => openTrade(client, notifyUrl(), asked),
    look: (tradeNo) => lookAtTrade(client, tradeNo),
    close: (tradeNo) => closeTrade(client, tradeNo),
    refund: (asked) => refundTrade(client, asked),
    lookAtRefund: (asked) => lookAtRefund(client, asked),
    bill: (day) => billOfDay(client, { day, now: now() }),
    read: async ({ body }, cameAt) => readNotification({ ...(await client.sdk()), now: cameAt ?? now() }, body),
    // Exactly this word, or it comes again.
    thanks: { status: 200, type: 'text/plain; charset=utf-8', body: 'success' },
    refusal: { status: 400, type: 'text/plain; charset=utf-8', body: 'fail' },
  };
}
