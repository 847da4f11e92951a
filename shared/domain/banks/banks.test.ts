import { describe, expect, it } from 'vitest';
import { BANK_KINDS } from './bank.ts';
import { checkBankName } from './bank-name.ts';
import { banksOf, isListedBank, searchBanks } from './banks.ts';

const names = (query: string) => searchBanks(query).map(({ name }) => name);

describe('the list of banks', () => {
  it('names each bank once, and each of its names would also be taken typed by hand', () => {
    const all = names('');
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) {
      expect(checkBankName(name)).toEqual({ ok: true, value: name });
      expect(isListedBank(name)).toBe(true);
    }
  });

  it('has as many of the first five kinds as the regulator counted at the end of 2023', () => {
    const counted = ['policy', 'state', 'joint-stock', 'city', 'private'] as const;
    expect(counted.map((kind) => banksOf(kind).length)).toEqual([3, 6, 12, 125, 19]);
    expect(names('')).toEqual(BANK_KINDS.flatMap(banksOf).map(({ name }) => name));
  });

  it('has initials for each, of plain letters, one for each character of the name', () => {
    for (const { name, initials } of searchBanks('')) {
      expect(initials).toMatch(/^[a-z]+( [a-z]+)*$/);
      expect(initials.split(' ')[0]).toHaveLength(name.replace('（中国）', '').length);
    }
  });

  it.each([
    ['工行', '中国工商银行'],
    ['icbc', '中国工商银行'],
    ['ＩＣＢＣ', '中国工商银行'],
    ['zggsyh', '中国工商银行'],
    ['中国银行', '中国银行'],
    ['浦发', '上海浦东发展银行'],
    ['xmgj', '厦门国际银行'],
    ['cqsx', '重庆三峡银行'],
    ['csyh', '长沙银行'],
    ['汇丰银行(中国)', '汇丰银行（中国）'],
    ['邮政', '中国邮政储蓄银行'],
    ['顺德农商', '广东顺德农村商业银行'],
  ])('%s finds %s first', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  it('finds all that share something, and nothing for what no bank is called', () => {
    expect(names('农业')).toEqual(['中国农业银行', '中国农业发展银行']);
    expect(names('zsyh')).toEqual(['招商银行', '浙商银行', '石嘴山银行']);
    expect(names('没有这家')).toEqual([]);
  });
});

describe('a bank typed by hand', () => {
  it.each([
    '商丘农村商业银行',
    '示例县农村信用合作联社',
    '示例农商行',
    '示例集团财务有限公司',
    '示例银行 (中国)',
    'Example Bank (China)',
  ])('%s is taken', (name) => {
    expect(checkBankName(` ${name} `)).toEqual({ ok: true, value: name });
  });

  it.each([
    ['', 'missing'],
    ['人民路支行', 'bank-name-no-bank'],
    ['6216261000000000018', 'bank-name-no-bank'],
    ['示例银行<b>', 'bank-name-characters'],
    [`${'示'.repeat(60)}银行`, 'bank-name-long'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkBankName(typed)).toEqual({ ok: false, reason });
  });
});
