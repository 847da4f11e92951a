import { describe, expect, it } from 'vitest';
import { checkFreeText } from './free-text.ts';
import { checkPersonName } from './person-name.ts';
import { checkPostalAddress } from './postal-address.ts';
import { checkUnitName } from './unit-name.ts';

describe('a person’s name', () => {
  it.each([
    ['张三', '张三'],
    [' 张　三 ', '张三'],
    ['欧阳娜娜', '欧阳娜娜'],
    ['买买提·艾力', '买买提·艾力'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提．艾力', '买买提·艾力'],
    ['阿卜杜拉 · 买买提 ・ 艾力', '阿卜杜拉·买买提·艾力'],
    ['㛃𬍛', '㛃𬍛'],
    ['王〇', '王〇'],
    ['John  Smith', 'John Smith'],
    ['O’BRIEN, MARY-JANE', 'O’BRIEN, MARY-JANE'],
    ['José Núñez', 'José Núñez'],
    ['ＬＩ ＭＩＮＧ', 'LI MING'],
    ['Sammy Davis Jr.', 'Sammy Davis Jr.'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(checkPersonName(typed)).toEqual({ ok: true, value: kept });
  });

  it.each([
    [' ', 'missing'],
    ['张', 'name-short'],
    ['A', 'name-short'],
    ['张'.repeat(51), 'name-long'],
    ['·张三', 'name-dots'],
    ['张··三', 'name-dots'],
    ['张三1', 'name-characters'],
    ['张san', 'name-characters'],
    ['张三（法人）', 'name-characters'],
    ['12345', 'name-characters'],
    ['😀😀', 'name-characters'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkPersonName(typed)).toEqual({ ok: false, reason });
  });

  it('counts a rare character as one', () => {
    expect(checkPersonName('𠮷'.repeat(50)).ok).toBe(true);
    expect(checkPersonName('𠮷')).toEqual({ ok: false, reason: 'name-short' });
  });
});

describe('a unit’s name', () => {
  it.each([
    ['北京示例科技有限公司', '北京示例科技有限公司'],
    ['示例(北京)科技有限公司', '示例（北京）科技有限公司'],
    ['示例 （ 中国 ） 有限公司 ', '示例（中国）有限公司'],
    ['ABC (中国) 有限公司', 'ABC（中国）有限公司'],
    ['中共示例市委组织部', '中共示例市委组织部'],
    ['Example & Sons (Shanghai) Co., Ltd.', 'Example & Sons (Shanghai) Co., Ltd.'],
    ['⽰例⽂化公司', '示例文化公司'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(checkUnitName(typed)).toEqual({ ok: true, value: kept });
  });

  it.each([
    ['', 'missing'],
    ['例', 'unit-name-short'],
    ['例'.repeat(101), 'unit-name-long'],
    ['123456', 'unit-name-characters'],
    ['示例<公司>', 'unit-name-characters'],
    ['示例公司★', 'unit-name-characters'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkUnitName(typed)).toEqual({ ok: false, reason });
  });
});

describe('a postal address', () => {
  it.each([
    ['示例区示例路 1 号院 3 号楼 5 层', '示例区示例路 1 号院 3 号楼 5 层'],
    [' 示例县示例镇\t示例村\n12 组 ', '示例县示例镇 示例村 12 组'],
    ['A座1-2#室，（西门）~东侧', 'A座1-2#室，（西门）~东侧'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(checkPostalAddress(typed)).toEqual({ ok: true, value: kept });
  });

  it.each([
    ['\u3000', 'missing'],
    ['476000', 'address-digits'],
    ['12-3-4 56', 'address-digits'],
    ['示例路', 'address-short'],
    ['路'.repeat(101), 'address-long'],
    ['示例区示例路📦一号', 'address-characters'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkPostalAddress(typed)).toEqual({ ok: false, reason });
  });
});

describe('a line of free text', () => {
  it('is taken up to its length, as one line', () => {
    expect(checkFreeText(' 财务部\n（二楼） ', 20)).toEqual({ ok: true, value: '财务部 （二楼）' });
    expect(checkFreeText('示例路 1 号 #2，010-58515511*0', 200).ok).toBe(true);
  });

  it.each([
    ['', 'missing'],
    ['部'.repeat(21), 'text-long'],
    ['财务部😀', 'text-characters'],
    ['财务部\ue000', 'text-characters'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkFreeText(typed, 20)).toEqual({ ok: false, reason });
  });
});
