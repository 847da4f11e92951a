import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUnitPhone } from './landline.ts';
import { checkMobile } from './mobile.ts';

describe('a mobile number of the mainland', () => {
  it('is eleven digits that begin with 13 to 19', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (number) => {
        expect(checkMobile(number)).toEqual({ ok: true, value: number });
      }),
    );
  });

  it.each([
    '138 0013 8000',
    '138-0013-8000',
    '+86 138 0013 8000',
    '+86-13800138000',
    '(+86)13800138000',
    '008613800138000',
    '8613800138000',
    '１３８００１３８０００',
    '13800138000\u200e',
  ])('is taken as %s', (typed) => {
    expect(checkMobile(typed)).toEqual({ ok: true, value: '13800138000' });
  });

  it.each([
    ['', 'missing'],
    ['+852 5123 4567', 'mobile-abroad'],
    ['00853 6212 3456', 'mobile-abroad'],
    ['1380013800', 'mobile-length'],
    ['138001380001', 'mobile-length'],
    ['12800138000', 'mobile-prefix'],
    ['01058515511', 'mobile-prefix'],
    ['1380013800O', 'mobile-characters'],
    ['138****8000', 'mobile-characters'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkMobile(typed)).toEqual({ ok: false, reason });
  });
});

describe('the phone of a unit', () => {
  it.each([
    ['010-58515511', '010-58515511'],
    ['01058515511', '010-58515511'],
    ['（010）5851 5511', '010-58515511'],
    ['+86 (10) 5851 5511 转 8001', '010-58515511-8001'],
    ['+86-755-8888-6666', '0755-88886666'],
    ['010-58515511-8001', '010-58515511-8001'],
    ['010-58515511转8001', '010-58515511-8001'],
    ['010 58515511 ext. 801', '010-58515511-801'],
    ['010－58515511×12', '010-58515511-12'],
    ['0370-1234567', '0370-1234567'],
    ['０３７０—１２３４５６７', '0370-1234567'],
    ['0370 123 4567', '0370-1234567'],
    ['400-700-1900', '400-700-1900'],
    ['4007001900', '400-700-1900'],
    ['400-7001-900', '400-700-1900'],
    ['800 810 1234', '800-810-1234'],
    ['13800138000', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['+86 138 0013 8000', '13800138000'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(checkUnitPhone(typed)).toEqual({ ok: true, value: kept });
  });

  it.each([
    [' ', 'missing'],
    ['58515511', 'phone-area-code'],
    ['5851-5511', 'phone-area-code'],
    ['1234567', 'phone-form'],
    ['010-585155', 'phone-form'],
    ['0000-12345678', 'phone-form'],
    ['010-58515511-1234567', 'phone-form'],
    ['总机', 'phone-characters'],
    ['a@example.com', 'phone-characters'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkUnitPhone(typed)).toEqual({ ok: false, reason });
  });
});
