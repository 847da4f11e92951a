import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEmail } from './email.ts';

describe('RFC 5321, mailbox', () => {
  it.each([
    ['zhang.san@example.com', 'zhang.san@example.com'],
    [' 12345678@QQ.com ', '12345678@qq.com'],
    ['a+b_c-d@mail.example.co', 'a+b_c-d@mail.example.co'],
    ['zhang＠163。com', 'zhang@163.com'],
    ['Zhang@Example.CN', 'Zhang@example.cn'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(checkEmail(typed)).toEqual({ ok: true, value: kept });
  });

  it('whatever the usual kind of mailbox is called, it is taken', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        fc.pre(!/\.(con|cmo|ocm|comm|vom|xom|gov\.cn|mil\.cn)$/i.test(address));
        expect(checkEmail(address).ok).toBe(true);
      }),
    );
  });

  it.each(['wang@shangqiu.gov.cn', 'wang@gov.cn', 'li@mail.mil.cn'])(
    '%s is taken, with the advice to use a private one',
    (address) => {
      expect(checkEmail(address)).toEqual({ ok: true, value: address, hint: 'email-office-mailbox' });
    },
  );

  it.each(['wang@mygov.cn', 'wang@gov.cn.example.com', 'wang@bjca.org.cn'])(
    '%s is no office of the government',
    (address) => {
      expect(checkEmail(address)).toEqual({ ok: true, value: address });
    },
  );

  it.each([
    ['zhang@qq', 'zhang@qq.com'],
    ['zhang@163', 'zhang@163.com'],
    ['zhang@163.con', 'zhang@163.com'],
    ['zhang@qq,com', 'zhang@qq.com'],
    ['zhang@qq..com', 'zhang@qq.com'],
    ['zhang@example.com.', 'zhang@example.com'],
  ])('for %s it offers %s', (typed, repair) => {
    expect(checkEmail(typed)).toEqual({ ok: false, reason: 'email-domain', repair });
    expect(checkEmail(repair).ok).toBe(true);
  });

  it.each([
    ['', 'missing'],
    ['zhangsan', 'email-form'],
    ['@qq.com', 'email-form'],
    ['a@b@qq.com', 'email-form'],
    ['张三@qq.com', 'email-characters'],
    ['zhang..san@qq.com', 'email-characters'],
    ['zhang.@qq.com', 'email-characters'],
    ['zhang@-example.com', 'email-domain'],
    ['zhang@localhost', 'email-domain'],
    ['zhang@示例.中国', 'email-domain'],
    [`${'a'.repeat(65)}@qq.com`, 'email-long'],
    [`a@${'b.'.repeat(130)}com`, 'email-long'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkEmail(typed)).toEqual({ ok: false, reason });
  });
});
