import type * as z from 'zod/mini';
import type { Notification } from '../pay/notifier.ts';
import type { PayWorld } from '../pay/pay-world.ts';
import type { Trade, TradeRefund } from '../pay/trade.ts';
import { businessError } from './alipay-error.ts';
import type { AlipayKeys } from './alipay-keys.ts';
import type { BillShelf } from './bill-shelf.ts';
import type { AlipaySwitches } from './switches.ts';

export interface AlipayTools extends PayWorld {
  readonly keys: AlipayKeys;
  readonly switches: AlipaySwitches;
  readonly bills: BillShelf;
  readonly now: () => Date;
  paid(trade: Trade): Promise<void>;
  refunded(trade: Trade, refund: TradeRefund): Promise<void>;
  forged(trade: Trade): Notification | undefined;
}

export interface AlipayAsked {
  readonly content: unknown;
  readonly notifyUrl: string | undefined;
  /** The sandbox, as whoever asks has it. */
  readonly origin: string;
}

/** Answers the fields beside code and message. */
export type AlipayMethod = (tools: AlipayTools, asked: AlipayAsked) => Promise<Record<string, unknown>>;

export function readContent<Content>(schema: z.ZodMiniType<Content>, { content }: AlipayAsked): Content {
  const read = schema.safeParse(content);
  if (!read.success) throw businessError('ACQ.INVALID_PARAMETER');
  return read.data;
}

/** Before a scan there is no trade, whatever was ordered. */
export function scannedTrade({ book }: AlipayTools, tradeNo: string): Trade {
  const trade = book.find('alipay', tradeNo);
  if (!trade?.scannedAt) throw businessError('ACQ.TRADE_NOT_EXIST');
  return trade;
}
