import { describe, expect, expectTypeOf, it } from 'vitest';
import { uiTexts as en } from './en/ui.ts';
import { placeholdersOf } from './fill-text.ts';
import type { UiTextArguments, UiTextKey, UiTextValues } from './ui-text.ts';
import { uiTexts as zhCN } from './zh-CN/ui.ts';

const keys = Object.keys(zhCN) as UiTextKey[];
const chinese: [string, string][] = Object.entries(zhCN);
const all: [string, string][] = [...chinese, ...Object.entries(en)];

describe('the texts of the screens', () => {
  it('are the same in both languages, no more and no fewer', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it('leave the same places open in both languages', () => {
    for (const key of keys) expect(placeholdersOf(en[key]), key).toEqual(placeholdersOf(zhCN[key]));
  });

  it('are never empty', () => {
    for (const [key, text] of all) expect(text.trim(), key).not.toBe('');
  });

  it('do not shout, and say 密码 and password, never PIN', () => {
    for (const [key, text] of all) expect(text, key).not.toMatch(/[!！]|\bPIN\b|哦|亲，|法人(?!证)/);
  });

  it('put a space between Chinese and letters, digits or values', () => {
    for (const [key, text] of chinese)
      expect(text, key).not.toMatch(/[\p{Script=Han}][A-Za-z0-9{]|[A-Za-z0-9}][\p{Script=Han}]/u);
  });

  it('use Chinese punctuation in Chinese', () => {
    for (const [key, text] of chinese) expect(text, key).not.toMatch(/[\p{Script=Han}][,;:?()]/u);
  });

  it('are asked for with exactly the values that they need', () => {
    expectTypeOf<UiTextValues<'hint.renewEarly'>>().toEqualTypeOf<{
      readonly days: string | number;
      readonly from: string | number;
    }>();
    expectTypeOf<UiTextArguments<'app.name'>>().toEqualTypeOf<[]>();
  });
});
