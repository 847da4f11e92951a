import { describe, expect, test } from 'vitest';
import type { RawNotification } from '../payment-provider.ts';
import { readNotification } from './read-notification.ts';
import { API_KEY, envelopeOf, notificationOf, PAID_TRADE, sealed, settingsWith } from './testing/wechat-side.ts';

const NOW = new Date('2026-01-08T02:35:00Z');
const settings = settingsWith();
const read = (raw: RawNotification, now = NOW) => readNotification(settings, raw, now);
const told = (trade: unknown, sentAt = NOW) => notificationOf(envelopeOf(sealed(trade)), sentAt);
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const PAID = {
  about: 'paid',
  id: 'EV-2018022511223320873',
  fact: {
    merchant: '1900000001',
    app: 'wxd678efh567hg6787',
    tradeNo: 'CB26010800000001P01',
    transactionId: '4200001234202601081234567890',
    amount: 30_000,
    currency: 'CNY',
    paidAt: new Date('2026-01-08T02:34:56Z'),
  },
};

/** The same text with another character at one place; each place of a field in turn. */
function flips(text: string): string[] {
  return [...text].map((letter, place) => {
    const other = letter === 'A' ? 'B' : 'A';
    return text.slice(0, place) + other + text.slice(place + 1);
  });
}

describe('what is told', () => {
  test('a payment, without anything of the payer', () => {
    expect(read(told(PAID_TRADE))).toEqual(PAID);
  });

  test('a repetition is the same notification, not a forgery', () => {
    const raw = told(PAID_TRADE);
    expect([read(raw), read(raw)]).toEqual([PAID, PAID]);
  });

  test.each([
    ['REFUND.SUCCESS', 'SUCCESS', 'done'],
    ['REFUND.ABNORMAL', 'ABNORMAL', 'refused'],
    ['REFUND.CLOSED', 'CLOSED', 'refused'],
  ])('a refund: %s', (event, status, standing) => {
    const refund = { mchid: '1900000001', out_refund_no: 'CB26010800000001P01R01', refund_status: status };
    const raw = notificationOf(envelopeOf(sealed(refund), event), NOW);
    expect(read(raw)).toMatchObject({ about: 'refund', refundNo: 'CB26010800000001P01R01', standing });
  });

  test('something that is not money is thanked for', () => {
    const raw = notificationOf(envelopeOf(sealed({}), 'COUPON.USE'), NOW);
    expect(read(raw)).toEqual({ about: 'none', id: PAID.id });
  });

  test('another currency is told as it is: the money is there, and settling sends it back', () => {
    const raw = told({ ...PAID_TRADE, amount: { total: 30_000, currency: 'USD' } });
    expect(read(raw)).toMatchObject({ fact: { amount: 30_000, currency: 'USD' } });
  });

  test('after a change of the APIv3 key, what the old one has sealed is read for as long as it stays in the file', () => {
    const both = settingsWith({ apiV3Keys: ['f'.repeat(32), API_KEY] });
    expect(readNotification(both, told(PAID_TRADE), NOW)).toEqual(PAID);
    const newOnly = settingsWith({ apiV3Keys: ['f'.repeat(32)] });
    expect(readNotification(newOnly, told(PAID_TRADE), NOW)).toBeUndefined();
  });
});

describe('what is refused', () => {
  const HEADERS = ['timestamp', 'nonce', 'serial', 'signature', 'signature-type'].map((name) => `wechatpay-${name}`);

  test.each(HEADERS)('one character changed, wherever it is, in the header %s', (name) => {
    const raw = told(PAID_TRADE);
    const taken = flips(String(raw.headers[name]))
      .filter((value) => value !== raw.headers[name])
      .filter((value) => read({ ...raw, headers: { ...raw.headers, [name]: value } }) !== undefined);
    expect(taken).toEqual([]);
  });

  test.each(HEADERS.filter((name) => name !== 'wechatpay-signature-type'))('without, or with two of, %s', (name) => {
    const raw = told(PAID_TRADE);
    const value = String(raw.headers[name]);
    expect(read({ ...raw, headers: { ...raw.headers, [name]: undefined } })).toBeUndefined();
    expect(read({ ...raw, headers: { ...raw.headers, [name]: [value, value] } })).toBeUndefined();
  });

  test('one bit changed in any byte of the body', () => {
    const raw = told(PAID_TRADE);
    const taken = raw.body.findIndex((byte, place) => {
      const body = Buffer.from(raw.body);
      body[place] = byte ^ 1;
      return read({ ...raw, body }) !== undefined;
    });
    expect(taken).toBe(-1);
  });

  test('one bit changed in any byte of the resource, its tag (the last 16 bytes) included, though signed again', () => {
    const resource = sealed(PAID_TRADE);
    const bytes = Buffer.from(resource.ciphertext, 'base64');
    const tag = [...bytes.keys()].slice(-16);
    const some = [...bytes.keys()].filter((place) => place % 16 === 0);
    for (const place of [...some, ...tag]) {
      const other = Buffer.from(bytes);
      other[place] = (other[place] ?? 0) ^ 1;
      const body = envelopeOf({ ...resource, ciphertext: other.toString('base64') });
      expect(read(notificationOf(body, NOW))).toBeUndefined();
    }
  });

  test.each([
    ['another nonce', { nonce: 'aaaaaaaaaaaa' }],
    ['other associated data', { associated_data: 'refund' }],
    ['another algorithm', { algorithm: 'AEAD_SM4_GCM' }],
    ['a tag and nothing else', { ciphertext: Buffer.alloc(16).toString('base64') }],
    ['a tag cut short', { ciphertext: sealed(PAID_TRADE).ciphertext.slice(0, -8) }],
  ])('a resource with %s', (_what, changes) => {
    expect(read(notificationOf(envelopeOf({ ...sealed(PAID_TRADE), ...changes }), NOW))).toBeUndefined();
  });

  test.each([
    [minutesAgo(5), true],
    [minutesAgo(-5), true],
    [minutesAgo(6), false],
    [minutesAgo(-6), false],
  ])('a clock more than 300 seconds off: sent %o', (sentAt, taken) => {
    expect(read(told(PAID_TRADE, sentAt)) !== undefined).toBe(taken);
  });

  test('the provider’s own probe', () => {
    const raw = told(PAID_TRADE);
    const signature = `WECHATPAY/SIGNTEST/${String(raw.headers['wechatpay-signature']).slice(19)}`;
    expect(read({ ...raw, headers: { ...raw.headers, 'wechatpay-signature': signature } })).toBeUndefined();
  });

  test.each([
    ['another merchant', { mchid: '1900000002' }],
    ['another app', { appid: 'wx0000000000000000' }],
    ['a trade that is not paid', { trade_state: 'NOTPAY' }],
    ['a payment without its transaction', { transaction_id: undefined }],
    ['an amount that is no whole number of fen', { amount: { total: 300.5, currency: 'CNY' } }],
    ['a negative amount', { amount: { total: -1, currency: 'CNY' } }],
  ])('a payment of %s', (_what, changes) => {
    expect(read(told({ ...PAID_TRADE, ...changes }))).toBeUndefined();
  });

  test('a refund of another merchant', () => {
    const refund = { mchid: '1900000002', out_refund_no: 'CB26010800000001P01R01', refund_status: 'SUCCESS' };
    expect(read(notificationOf(envelopeOf(sealed(refund), 'REFUND.SUCCESS'), NOW))).toBeUndefined();
  });

  test('a serial that is a word of JavaScript', () => {
    const raw = told(PAID_TRADE);
    expect(read({ ...raw, headers: { ...raw.headers, 'wechatpay-serial': 'constructor' } })).toBeUndefined();
  });
});
