import type { FastifyPluginAsync } from 'fastify';
import type { Html } from '../http/html.ts';
import type { Said } from '../http/tool-page.ts';
import { FaultPanel } from './fault-panel.ts';
import { Notifier } from './notifier.ts';
import type { PayProvider, Trade } from './trade.ts';
import { TradeBook } from './trade-book.ts';

/** What both providers and the wallet have in common. */
export interface PayWorld {
  readonly book: TradeBook;
  readonly faults: Readonly<Record<PayProvider, FaultPanel>>;
  readonly notifier: Notifier;
}

/** One provider's gateway, as the wallet and its page use it. */
export interface PayGateway {
  readonly provider: PayProvider;
  readonly name: Said;
  /** Who is paid, as the wallet shows it. */
  readonly merchant: string;
  /** The gateway itself: what shops call. */
  readonly routes: FastifyPluginAsync;
  /** Somebody has paid: the shop is told. Answers when the first delivery is over. */
  paid(trade: Trade): Promise<void>;
  /** New keys; what the shop must know of them is handed out by whoever has made the gateway. */
  rotateKeys(): void;
  /** How a service that was started by hand is set up, and switches of its own, on the wallet's page. */
  settings(ownHost: string): Html;
}

export interface PayWorldOptions {
  readonly now?: () => Date;
  /** By how much the schedules of notifications are compressed. */
  readonly factor?: number;
}

export function newPayWorld({ now, factor }: PayWorldOptions = {}): PayWorld {
  const faults = { alipay: new FaultPanel(), wechat: new FaultPanel() };
  return { book: new TradeBook(now), faults, notifier: new Notifier(faults, factor) };
}
