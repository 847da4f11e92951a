import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAccount, maskBankCard, maskEmail, maskIdNumber, maskMobile, maskName } from './masking.ts';

describe('masked for others to see', () => {
  it.each([
    ['张三', '张*'],
    ['张小三', '张*三'],
    ['欧阳娜娜', '欧**娜'],
    ['买买提·艾力', '买****力'],
    ['𠮷小三', '𠮷*三'],
    ['张', '张'],
    ['John Smith', 'J*** S****'],
    ['', ''],
  ])('the name %s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['410105199001011234', '4101**********1234'],
    ['11010519491231002X', '1101**********002X'],
    ['E12345678', 'E******78'],
    ['军字第2001988号', '军********8号'],
    ['12345', '1***5'],
    ['123', '***'],
  ])('the ID number %s becomes %s', (number, masked) => {
    expect(maskIdNumber(number)).toBe(masked);
  });

  it.each([
    ['13812341234', '138****1234'],
    ['010-58515511', '010*****5511'],
    ['1234', '1**4'],
  ])('the phone %s becomes %s', (number, masked) => {
    expect(maskMobile(number)).toBe(masked);
  });

  it.each([
    ['zhang@qq.com', 'z***@qq.com'],
    ['z@qq.com', '***@qq.com'],
    ['zhang', '***'],
  ])('the mailbox %s becomes %s', (address, masked) => {
    expect(maskEmail(address)).toBe(masked);
  });

  it('card and account show the last four, and not how long they are', () => {
    expect(maskBankCard('6216261000000000018')).toBe('**** 0018');
    expect(maskBankCard('621626100018')).toBe('**** 0018');
    expect(maskAccount('0100000000001234')).toBe('****1234');
    expect(maskAccount('1234567')).toBe('****');
  });
});

describe('whatever is masked', () => {
  const numbers = fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 })
    .filter((text) => !text.includes('*'));

  it.each([
    ['an ID number', maskIdNumber],
    ['a phone', maskMobile],
  ])('%s keeps its length and its ends, and hides half or at least four', (_, mask) => {
    fc.assert(
      fc.property(numbers, (number) => {
        const masked = mask(number);
        const hidden = [...masked].filter((each) => each === '*').length;
        expect(masked).toHaveLength(number.length);
        expect(hidden >= 4 || hidden >= number.length / 2).toBe(true);
        const [start = '', end = ''] = masked.split(/\*+/);
        expect(number.startsWith(start) && number.endsWith(end)).toBe(true);
      }),
    );
  });

  it('of a name of two or more something is always hidden', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\p{Script=Han}{2,20}$/u), (name) => {
        expect(maskName(name)).toContain('*');
        expect(maskName(name).replaceAll('*', '').length).toBeLessThan(name.length);
      }),
    );
  });

  it('of a mailbox nothing but the first character and the domain can be seen', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const domain = address.slice(address.lastIndexOf('@'));
        expect([`${address[0]}***${domain}`, `***${domain}`]).toContain(maskEmail(address));
      }),
    );
  });

  it('cards of any length with the same last four look alike', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8,15}$/), (start) => {
        expect(maskBankCard(`${start}0018`)).toBe('**** 0018');
        expect(maskAccount(`${start}0018`)).toBe('****0018');
      }),
    );
  });
});
