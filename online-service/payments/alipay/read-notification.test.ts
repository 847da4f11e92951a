import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { AllKeysSdk } from './all-keys-sdk.ts';
import { readNotification } from './read-notification.ts';

const alipay = generateKeyPairSync('rsa', { modulusLength: 2048 });
const before = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const settings = {
  gateway: 'https://openapi.alipay.com/gateway.do',
  appId: '2021003126600101',
  sellerId: '2088721066001010',
  appPrivateKey: stranger.privateKey,
  alipayPublicKeys: [alipay.publicKey, before.publicKey],
};
const sdk = new AllKeysSdk(settings);
const NOW = new Date('2026-11-21T02:00:05Z');

const PAID = {
  app_id: '2021003126600101',
  auth_app_id: '2021003126600101',
  seller_id: '2088721066001010',
  notify_type: 'trade_status_sync',
  notify_id: '2026112100222100001',
  notify_time: '2026-11-21 10:00:03',
  charset: 'utf-8',
  version: '1.0',
  trade_status: 'TRADE_SUCCESS',
  out_trade_no: 'CB2611210001P01',
  trade_no: '2026112122001455555500000001',
  total_amount: '300.00',
  gmt_payment: '2026-11-21 10:00:01',
  subject: '数字证书 100% a+b&c=d',
};

interface Signing {
  readonly key?: typeof alipay;
  readonly digest?: string;
  readonly coversSignType?: boolean;
  readonly signType?: string;
}

function signed(parameters: Readonly<Record<string, string>>, signing: Signing = {}): URLSearchParams {
  const { key = alipay, digest = 'RSA-SHA256', coversSignType = false, signType = 'RSA2' } = signing;
  const covered = coversSignType ? { ...parameters, sign_type: signType } : parameters;
  const content = Object.entries(covered)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const signature = sign(digest, Buffer.from(content), key.privateKey).toString('base64');
  return new URLSearchParams({ ...parameters, sign_type: signType, sign: signature });
}

/** A, Q, g and w end 256 bytes; what follows each of them differs in bits that nobody reads. */
function successor(letter = ''): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

const read = (body: URLSearchParams | string, now = NOW) =>
  readNotification({ sdk, settings, now }, Buffer.from(body.toString()));

describe('what Alipay says', () => {
  test.each<[string, Signing]>([
    ['with sign_type in what is signed', { coversSignType: true }],
    ['without it', {}],
    ['signed by the key before', { key: before }],
  ])('%s: paid', (_what, signing) => {
    expect(read(signed(PAID, signing))).toEqual({
      about: 'paid',
      id: '2026112100222100001',
      fact: {
        merchant: '2088721066001010',
        app: '2021003126600101',
        tradeNo: 'CB2611210001P01',
        transactionId: '2026112122001455555500000001',
        amount: 30_000,
        currency: 'CNY',
        paidAt: new Date('2026-11-21T02:00:01Z'),
      },
    });
  });

  test('TRADE_FINISHED is paid, too', () => {
    expect(read(signed({ ...PAID, trade_status: 'TRADE_FINISHED' }))?.about).toBe('paid');
  });

  test.each([
    ['a part', 'TRADE_SUCCESS'],
    ['the whole', 'TRADE_CLOSED'],
  ])('%s paid back is a refund, never a payment', (_what, status) => {
    const refund = { gmt_refund: '2026-11-21 10:00:02.123', refund_fee: '1.00', out_biz_no: 'CB2611210001P01R01' };
    expect(read(signed({ ...PAID, ...refund, trade_status: status }))).toEqual({
      about: 'refund',
      id: '2026112100222100001',
      refundNo: 'CB2611210001P01R01',
      standing: 'done',
    });
  });

  test('a refund that has no number of ours, and states that are not money, are nothing to do', () => {
    const byHand = { ...PAID, gmt_refund: '2026-11-21 10:00:02', refund_fee: '300.00', trade_status: 'TRADE_CLOSED' };
    expect(read(signed(byHand))?.about).toBe('none');
    expect(read(signed({ ...PAID, trade_status: 'WAIT_BUYER_PAY' }))?.about).toBe('none');
    expect(read(signed({ ...PAID, trade_status: 'TRADE_CLOSED' }))?.about).toBe('none');
  });

  test('a currency that is named is told', () => {
    expect(read(signed({ ...PAID, trans_currency: 'USD' }))).toMatchObject({ fact: { currency: 'USD' } });
  });
});

describe('what is refused', () => {
  test.each<[string, Record<string, string>, Signing]>([
    ['signed by somebody else', {}, { key: stranger }],
    ['of SHA-1', {}, { digest: 'RSA-SHA1', signType: 'RSA' }],
    ['of SHA-1 that calls itself RSA2', {}, { digest: 'RSA-SHA1' }],
    ['for another app', { app_id: '2021003126600102' }, {}],
    ['for another seller', { seller_id: '2088721066001011' }, {}],
    ['from a day and more ago', { notify_time: '2026-11-20 09:00:00' }, {}],
    ['from the future', { notify_time: '2026-11-21 10:10:06' }, {}],
    ['without a time', { notify_time: '' }, {}],
    ['of another type', { notify_type: 'batch_refund_notify' }, {}],
    ['of a state that nobody knows', { trade_status: 'PAID' }, {}],
    ['with a number that is none', { out_trade_no: "CB1' or 1=1" }, {}],
  ])('%s', (_what, more, signing) => {
    expect(read(signed({ ...PAID, ...more }, signing))).toBeUndefined();
  });

  test.each(['0.1', '1e2', '1.005', '-1', '-300.00', '300', '0.00', '300,00', 'Infinity', '1000000.01'])(
    'a sum of "%s", though Alipay has signed it',
    (sum) => {
      expect(read(signed({ ...PAID, total_amount: sum }))).toBeUndefined();
    },
  );

  test('altered after it was signed', () => {
    const body = signed(PAID);
    body.set('total_amount', '0.01');
    expect(read(body)).toBeUndefined();
  });

  test.each<[string, (signature: string) => string]>([
    ['with loose bits', (text) => `${text.slice(0, -3)}${successor(text.at(-3))}==`],
    ['with what is no base64', (text) => `${text}>`],
    ['without its end', (text) => text.slice(0, -1)],
  ])('the same signature spelt otherwise, %s', (_what, spelt) => {
    const body = signed(PAID);
    body.set('sign', spelt(body.get('sign') ?? ''));
    expect(read(body)).toBeUndefined();
  });

  test('with a name twice, wherever the second one stands', () => {
    expect(read(`${signed(PAID)}&total_amount=300.00`)).toBeUndefined();
    expect(read(`out_trade_no=CB1P01&${signed(PAID)}`)).toBeUndefined();
    expect(read(`${signed(PAID)}&%6Fut_trade_no=CB1P01`)).toBeUndefined();
  });

  test.each([
    ['without a signature', new URLSearchParams(PAID)],
    ['with an empty one', new URLSearchParams({ ...PAID, sign_type: 'RSA2', sign: '' })],
    ['nothing at all', ''],
    ['no form', '{"trade_status":"TRADE_SUCCESS"}'],
    ['without end', `${signed(PAID)}&more=${'x'.repeat(70_000)}`],
    ['of names that objects have by themselves', '__proto__=1&constructor=2&sign=x&sign_type=RSA2'],
  ])('%s', (_what, body) => {
    expect(read(body)).toBeUndefined();
  });
});

test('the last repetition, a day and 24 minutes later, is still read', () => {
  expect(read(signed(PAID), new Date('2026-11-22T02:24:10Z'))?.about).toBe('paid');
});
