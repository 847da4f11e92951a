import { describe, expect, it } from 'vitest';
import { ORDER_STANDINGS } from '../domain/order/standing-of-order.ts';
import { queryPack as en } from './en/query-pack.ts';
import { placeholdersOf } from './fill-text.ts';
import type { QueryTextKey } from './query-text.ts';
import { queryPack as zhCN } from './zh-CN/query-pack.ts';

const keys = Object.keys(zhCN.texts) as QueryTextKey[];

function sentencesOf({ texts, standings }: typeof zhCN): string[] {
  return [...Object.values(texts), ...Object.values(standings).flatMap(({ word, next }) => [word, next])];
}

describe('the words of order query and my orders', () => {
  it('are the same in both languages, with the same places', () => {
    expect(Object.keys(en.texts).sort()).toEqual([...keys].sort());
    for (const key of keys) expect(placeholdersOf(en.texts[key]), key).toEqual(placeholdersOf(zhCN.texts[key]));
  });

  it('have a word of its own for each standing, and say what it means', () => {
    for (const { standings } of [zhCN, en]) {
      expect(Object.keys(standings).sort()).toEqual([...ORDER_STANDINGS].sort());
      expect(new Set(Object.values(standings).map(({ word }) => word)).size).toBe(ORDER_STANDINGS.length);
      for (const { next } of Object.values(standings)) expect(next.length).toBeGreaterThan(5);
    }
  });

  it('never say, before the code is right, that somebody has an order', () => {
    for (const key of ['ask.next', 'code.sent'] as const) {
      expect(zhCN.texts[key]).toMatch(/^如果这个证件号有订单/);
      expect(en.texts[key]).toMatch(/^If there is an order for this ID/);
    }
  });

  it('keep to the voice', () => {
    for (const text of sentencesOf(zhCN)) {
      expect(text).not.toMatch(/[!！]|\bPIN\b|哦|亲，|法人(?!证)|错误|非法|无效/);
      expect(text).not.toMatch(/\p{Script=Han}[A-Za-z0-9{]|[A-Za-z0-9}]\p{Script=Han}/u);
      expect(text).not.toMatch(/\p{Script=Han}[,;:?()]/u);
    }
    for (const text of sentencesOf(en)) expect(text).not.toMatch(/!|\bPIN\b|\b(invalid|illegal)\b/i);
  });
});
