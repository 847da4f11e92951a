import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUnifiedSocialCreditCode } from './unified-social-credit-code.ts';

/** Codes that companies and libraries have published. */
const PUBLISHED = [
  '91330106673959654P', // 阿里云计算有限公司
  '91110108551385082Q', // 小米科技有限责任公司
  '91330100799655058B', // 阿里巴巴（中国）网络技术有限公司
  '9144030071526726XG', // 深圳市腾讯计算机系统有限公司
  '914403001922038216', // 华为技术有限公司
  '91110000802100433B', // 北京百度网讯科技有限公司
  '91110000710925462X', // 中国石油天然气集团有限公司
  '91100000100003962T', // 中国工商银行股份有限公司
  '91110000600037341L', // the example of python-stdnum
];

/** As the standard prints them, so that the rule's own recurrence is not tested against itself. */
const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const character = fc.constantFrom(...ALPHABET);
const codes = fc
  .tuple(
    fc.tuple(fc.constantFrom(...'123456789ANY'), character),
    fc.stringMatching(/^[1-8]\d{5}$/),
    fc.array(character, { minLength: 9, maxLength: 9 }),
  )
  .map(([office, region, body]) => withCheckCharacter(`${office.join('')}${region}${body.join('')}`));

function withCheckCharacter(first17: string): string {
  const sum = [...first17].reduce((total, each, at) => total + ALPHABET.indexOf(each) * (WEIGHTS[at] ?? 0), 0);
  return `${first17}${ALPHABET[(31 - (sum % 31)) % 31]}`;
}

const check = checkUnifiedSocialCreditCode;

describe('GB 32100-2015, unified social credit code', () => {
  it.each(PUBLISHED)('%s is right', (code) => {
    expect(check(code)).toEqual({ ok: true, value: code });
  });

  it('every code with the check character of the standard’s table is right', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(check(code)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it('a code whose sum is a multiple of 31 ends in 0', () => {
    expect(withCheckCharacter('9133010667395960X')).toBe('9133010667395960X0');
    expect(check('9133010667395960X0').ok).toBe(true);
  });

  it('no single character can be mistaken', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), character, (code, at, other) => {
        fc.pre(code[at] !== other);
        expect(check(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  it('no two neighbours can be swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(16), (code, at) => {
        const [a = '', b = ''] = code.slice(at, at + 2);
        fc.pre(a !== b);
        expect(check(code.slice(0, at) + b + a + code.slice(at + 2)).ok).toBe(false);
      }),
    );
  });

  it('takes it as people type and paste it: small letters, wide characters, spaces, dashes', () => {
    const kept = { ok: true, value: '91330106673959654P' };
    for (const typed of [
      ' 91330106673959654p ',
      '９１３３０１０６６７３９５９６５４Ｐ',
      '9133 0106 6739 5965 4P',
      '91330106-673959654-P',
      '91330106673959654P\u200b',
    ]) {
      expect(check(typed)).toEqual(kept);
    }
  });

  it('offers a digit for a letter that looks like it, when the check character agrees', () => {
    expect(check('9I33O1O667395965 4P')).toEqual({
      ok: false,
      reason: 'credit-code-characters',
      repair: '91330106673959654P',
    });
    expect(check('9133O106673959655P')).toEqual({ ok: false, reason: 'credit-code-characters' });
    expect(check('9133010667395965VP')).toEqual({ ok: false, reason: 'credit-code-characters' });
  });

  it('names what is wrong', () => {
    const reasonOf = (text: string) => {
      const checked = check(text);
      return checked.ok ? 'none' : checked.reason;
    };
    expect(reasonOf('  ')).toBe('missing');
    expect(reasonOf('91330106673959654')).toBe('credit-code-length');
    expect(reasonOf('91330106673959654PP')).toBe('credit-code-length');
    expect(reasonOf('330106000012345')).toBe('credit-code-old-number');
    expect(reasonOf('91330106673959654*')).toBe('credit-code-characters');
    expect(reasonOf('91A30106673959654P')).toBe('credit-code-office');
    expect(reasonOf('000000000000000000')).toBe('credit-code-office');
    expect(reasonOf('91330106673959654Q')).toBe('credit-code-check-character');
  });
});
