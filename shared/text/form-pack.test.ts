import { describe, expect, it } from 'vitest';
import { BANK_KINDS } from '../domain/banks/bank.ts';
import { FIELD_HINTS, FIELD_REASONS } from '../domain/field-reasons.ts';
import { ID_KINDS } from '../domain/identity-numbers/id-kind.ts';
import { formPack as en } from './en/form-pack.ts';
import { placeholdersOf } from './fill-text.ts';
import { formPack as zhCN } from './zh-CN/form-pack.ts';

const packs = [zhCN, en];

function sentencesOf({ reasons, hints, repair, idKinds, bankKinds }: typeof zhCN): string[] {
  const spoken = Object.values(reasons).flatMap(({ what, mend }) => [what, mend]);
  return [...spoken, ...Object.values(hints), repair, ...Object.values(idKinds), ...Object.values(bankKinds)];
}

describe('the words of the forms', () => {
  it.each(FIELD_REASONS)('%s says in both languages what is wrong and how to mend it', (reason) => {
    for (const { reasons } of packs) {
      expect(reasons[reason].what.length).toBeGreaterThan(3);
      expect(reasons[reason].mend.length).toBeGreaterThan(3);
    }
  });

  it('no reason is named twice, and none is left over', () => {
    expect(new Set(FIELD_REASONS).size).toBe(FIELD_REASONS.length);
    for (const { reasons, hints } of packs) {
      expect(Object.keys(reasons).sort()).toEqual([...FIELD_REASONS].sort());
      expect(Object.keys(hints).sort()).toEqual([...FIELD_HINTS].sort());
    }
  });

  it('every kind of paper and of bank has a name of its own', () => {
    for (const { idKinds, bankKinds } of packs) {
      expect(new Set(ID_KINDS.map((kind) => idKinds[kind])).size).toBe(ID_KINDS.length);
      expect(new Set(BANK_KINDS.map((kind) => bankKinds[kind])).size).toBe(BANK_KINDS.length);
    }
  });

  it('the offer to repair shows the value that it puts in', () => {
    for (const { repair } of packs) expect([...placeholdersOf(repair)]).toEqual(['value']);
  });

  it('keep to the voice: no exclamation marks, no blame, no 法人 for the person', () => {
    for (const text of sentencesOf(zhCN)) expect(text).not.toMatch(/[!！]|错误|非法|无效|亲，|哦|法人/);
    for (const text of sentencesOf(en)) expect(text).not.toMatch(/!|\b(invalid|illegal|wrong|you (did|failed))\b/i);
  });

  it('put a space between Chinese and letters or digits, and Chinese punctuation into Chinese', () => {
    // Numbers of military cards are written without spaces: 军字第1234567号.
    for (const text of sentencesOf(zhCN).map((each) => each.replace(/\p{Script=Han}字第\d+号/gu, '证号'))) {
      expect(text).not.toMatch(/\p{Script=Han}[A-Za-z0-9{]|[A-Za-z0-9}]\p{Script=Han}/u);
      expect(text).not.toMatch(/\p{Script=Han}[,;:?()]/u);
    }
  });
});
