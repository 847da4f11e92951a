import { openAlipay } from '../../../sandbox/alipay/alipay-gateway.ts';
import { COLLECTING_ACCOUNTS } from '../../../sandbox/bank/collecting-accounts.ts';
import { paymentSettings } from '../../../sandbox/config/make-ready-message.ts';
import { buildServer } from '../../../sandbox/http/build-server.ts';
import { listen } from '../../../sandbox/http/listen.ts';
import { INDEX_SITE } from '../../../sandbox/http/site.ts';
import type { Notification } from '../../../sandbox/pay/notifier.ts';
import { newPayWorld } from '../../../sandbox/pay/pay-world.ts';
import type { PayProvider, Trade } from '../../../sandbox/pay/trade.ts';
import { openWechat } from '../../../sandbox/pay/wechat/wechat-gateway.ts';
import { CollectingNotifier } from './collecting-notifier.ts';

/** Where a gateway would tell a shop; the storm chooses the process itself. */
const NOTIFY_URL = 'http://127.0.0.1/callbacks';

export type PaySide = Awaited<ReturnType<typeof openPaySide>>;

/** Both providers' gateways on the wire, with their books, and what they want to tell in our hands. */
export async function openPaySide(onNews: (notification: Notification) => void) {
  let aheadMs = 0;
  const expected = new Map<string, (notification: Notification) => void>();
  const { book, faults } = newPayWorld({ now: () => new Date(Date.now() + aheadMs) });
  const notifier = new CollectingNotifier(faults, (notification) => {
    const key = keyOf(notification);
    const waiting = expected.get(key);
    expected.delete(key);
    if (waiting) waiting(notification);
    else onNews(notification);
  });
  const world = { book, faults, notifier };
  const gateways = { alipay: openAlipay(world), wechat: openWechat(world) };
  const server = await buildServer([
    {
      id: INDEX_SITE,
      async routes(site) {
        for (const { routes } of Object.values(gateways)) await site.register(routes);
      },
    },
  ]);
  const port = await listen(server, 0);
  const { alipay, wechat } = gateways;
  return {
    book,
    settings: paymentSettings(port, {
      alipay: alipay.account,
      wechat: wechat.account,
      remittance: COLLECTING_ACCOUNTS,
    }),
    open(trade: Pick<Trade, 'provider' | 'tradeNo' | 'amount' | 'expiresAt'>): Trade {
      return book.open({ ...trade, title: `数字证书 ${trade.tradeNo}`, notifyUrl: NOTIFY_URL });
    },
    /** What the provider tells of a trade that is paid. */
    async newsOf(trade: Trade): Promise<Notification> {
      const told = new Promise<Notification>((resolve) => expected.set(keyOf(trade), resolve));
      await gateways[trade.provider].paid(trade);
      return told;
    },
    /** Time passes at the providers. */
    later(ms: number): void {
      aheadMs += ms;
    },
    close: () => server.close(),
  };
}

function keyOf({ provider, tradeNo }: { readonly provider: PayProvider; readonly tradeNo: string }): string {
  return `${provider} ${tradeNo}`;
}
