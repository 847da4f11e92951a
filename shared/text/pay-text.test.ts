import { describe, expect, it } from 'vitest';
import { REFUND_STATES } from '../domain/machines/refund-machine.ts';
import { REFUND_REASONS } from '../domain/payment/receipt-outcome.ts';
import { payTexts as en } from './en/pay.ts';
import { placeholdersOf } from './fill-text.ts';
import type { PayTextKey } from './pay-text.ts';
import { payTexts as zhCN } from './zh-CN/pay.ts';

const keys = Object.keys(zhCN) as PayTextKey[];

describe('the words of paying', () => {
  it('are the same in both languages, with the same places', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    for (const key of keys) expect(placeholdersOf(en[key]), key).toEqual(placeholdersOf(zhCN[key]));
  });

  it.each([...REFUND_REASONS, ...REFUND_STATES])('of money that goes back, “%s” is said in full sentences', (word) => {
    expect(zhCN[`back.${word}`].length).toBeGreaterThan(5);
    expect(en[`back.${word}`].length).toBeGreaterThan(5);
  });

  it('promise that a payment is not taken twice wherever somebody might pay again', () => {
    expect(zhCN['check.notYetNext']).toContain('请不要重复付款');
    expect(en['check.notYetNext']).toContain('do not pay again');
  });

  it('keep to the voice', () => {
    for (const text of Object.values(zhCN)) {
      expect(text).not.toMatch(/[!！]|\bPIN\b|哦|亲，|法人(?!证)|错误|非法|无效/);
      expect(text).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
      expect(text).not.toMatch(/\p{Script=Han}[,;:?()]/u);
    }
    for (const text of Object.values(en)) expect(text).not.toMatch(/!|\bPIN\b|\b(invalid|illegal)\b/i);
  });
});
