import * as z from 'zod/mini';
import { mustBeShop, number, readContent } from './read-content.ts';
import { toldTrade } from './told-trade.ts';
import { WechatError } from './wechat-error.ts';
import type { WechatSide } from './wechat-side.ts';

const named = z.object({ no: number });
const whose = z.object({ mchid: z.string() });

export interface AskedAbout {
  readonly params: unknown;
  readonly content: unknown;
}

export function queryTrade({ world }: WechatSide, { params, content }: AskedAbout): object {
  mustBeShop(readContent(whose, content));
  const trade = world.book.find('wechat', readContent(named, params).no);
  if (!trade) throw new WechatError('ORDER_NOT_EXIST');
  return toldTrade(trade);
}

/** Answers nothing, with 204. */
export function closeTrade({ world }: WechatSide, { params, content }: AskedAbout): undefined {
  mustBeShop(readContent(whose, content));
  const trade = world.book.find('wechat', readContent(named, params).no);
  if (!trade) throw new WechatError('ORDER_NOT_EXIST');
  if (trade.state === 'closed') throw new WechatError('ORDER_CLOSED');
  if (!world.book.close(trade)) throw new WechatError('ORDERPAID');
  return undefined;
}
