import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '../domain/form/field-names.ts';
import { fieldTexts as enFields } from './en/fields.ts';
import { orderTexts as en } from './en/order.ts';
import { placeholdersOf } from './fill-text.ts';
import type { OrderTextKey } from './order-text.ts';
import { fieldTexts as zhFields } from './zh-CN/fields.ts';
import { orderTexts as zhCN } from './zh-CN/order.ts';

const keys = Object.keys(zhCN) as OrderTextKey[];
const fieldWords = (fields: typeof zhFields) =>
  Object.values(fields).flatMap(({ label, noun = label, hint = label }) => [label, noun, hint]);
const chinese: string[] = [...Object.values(zhCN), ...fieldWords(zhFields)];
const all: string[] = [...chinese, ...Object.values(en), ...fieldWords(enFields)];

describe('the texts of an application', () => {
  it('are the same in both languages, and leave the same places open', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    for (const key of keys) expect(placeholdersOf(en[key]), key).toEqual(placeholdersOf(zhCN[key]));
  });

  it('help with the same fields in both languages', () => {
    for (const name of FIELD_NAMES) {
      expect(enFields[name].hint === undefined).toBe(zhFields[name].hint === undefined);
      expect(enFields[name].noun === undefined).toBe(zhFields[name].noun === undefined);
    }
  });

  it('are never empty, do not shout, and say 密码 and password, never PIN', () => {
    for (const text of all) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[!！]|\bPIN\b|哦|亲，|法人(?!证)/);
    }
  });

  it('put a space between Chinese and letters, digits or values, and Chinese punctuation into Chinese', () => {
    for (const text of chinese) {
      expect(text).not.toMatch(/\p{Script=Han}[A-Za-z0-9{]|[A-Za-z0-9}]\p{Script=Han}/u);
      expect(text).not.toMatch(/\p{Script=Han}[,;:?()]/u);
    }
  });
});
