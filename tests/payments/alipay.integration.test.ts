import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { AlipaySdk } from 'alipay-sdk';
import { beforeEach, describe, expect, test } from 'vitest';
import { PaymentProviderAway, type Told } from '../../online-service/payments/payment-provider.ts';
import { PAY_ANSWERS } from '../../sandbox/pay/fault-panel.ts';
import { alipayShop } from './alipay-shop.ts';

const shop = await alipayShop();
const { provider, clock, faults } = shop;
const MINUTE_MS = 60_000;

let count = 0;
let tradeNo = '';

beforeEach(() => {
  faults.set('here');
  count += 1;
  tradeNo = `CB2611210000${String(count).padStart(2, '0')}P01`;
});

const asked = (more = {}) => ({
  tradeNo,
  amount: 30_000,
  title: '数字证书 新办 100% a+b',
  expiresAt: new Date(clock.now.getTime() + 15 * MINUTE_MS),
  ...more,
});
const refundAsked = (more = {}) => ({
  tradeNo,
  transactionId: shop.payments.world.book.find('alipay', tradeNo)?.paid?.transactionId ?? '',
  refundNo: `${tradeNo}R01`,
  amount: 30_000,
  total: 30_000,
  title: '数字证书费用退款',
  ...more,
});
const scan = (code: string) => fetch(code).then((reply) => reply.text());
const away = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (fault: unknown) => (fault instanceof PaymentProviderAway ? fault.code : fault),
  );
const switches = (fields: Record<string, string>) => shop.post('/alipay/switches', fields);

async function paid(more = {}): Promise<string> {
  const code = await provider.open(asked(more));
  await shop.pay(code);
  return code;
}

describe('a QR and its trade', () => {
  test('a QR leads to the wallet, which shows the sum and who is paid', async () => {
    const code = await provider.open(asked());
    const page = await scan(code);
    expect(page).toContain('300.00');
    expect(page).toContain('示例证书服务中心');
    expect(page).toContain('100% a+b');
  });

  test('the same order again gives the same QR; another sum under its number is refused', async () => {
    const code = await provider.open(asked());
    expect(await provider.open(asked())).toBe(code);
    expect(await away(provider.open(asked({ amount: 30_001 })))).toBe('ACQ.CONTEXT_INCONSISTENT');
  });

  test('before a scan there is no trade, after it there is one that waits', async () => {
    const code = await provider.open(asked());
    expect(await provider.look(tradeNo)).toEqual({ standing: 'unknown' });
    await scan(code);
    expect(await provider.look(tradeNo)).toEqual({ standing: 'waiting' });
  });

  test('paid, it says by whom, how much and when; TRADE_FINISHED is paid, too', async () => {
    await paid();
    const book = shop.payments.world.book.find('alipay', tradeNo);
    const { appId, sellerId } = shop.payments.payAccounts().alipay;
    const fact = {
      merchant: sellerId,
      app: appId,
      tradeNo,
      transactionId: book?.paid?.transactionId,
      amount: 30_000,
      currency: 'CNY',
      paidAt: new Date(Math.floor(clock.now.getTime() / 1000) * 1000),
    };
    expect(await provider.look(tradeNo)).toEqual({ standing: 'paid', fact });
    await switches({ finishesAtOnce: 'on' });
    expect(await provider.look(tradeNo)).toEqual({ standing: 'paid', fact });
    await switches({});
    expect(await away(provider.open(asked()))).toBe('ACQ.TRADE_HAS_SUCCESS');
  });

  test('its time over, it is closed, or was never there', async () => {
    const code = await provider.open(asked());
    await scan(code);
    const unscanned = `${tradeNo}X`;
    await provider.open(asked({ tradeNo: unscanned }));
    clock.now = new Date(clock.now.getTime() + 15 * MINUTE_MS);
    expect(await provider.look(tradeNo)).toEqual({ standing: 'closed' });
    expect(await provider.look(unscanned)).toEqual({ standing: 'unknown' });
    await expect(shop.pay(code)).rejects.toThrow('TRADE_CLOSED');
  });

  test('closing: a scanned one is closed for good, a paid one says so, one that nobody knows is as good as closed', async () => {
    expect(await provider.close(tradeNo)).toBe('closed');
    const code = await provider.open(asked());
    expect(await provider.close(tradeNo)).toBe('closed');
    await scan(code);
    expect(await provider.close(tradeNo)).toBe('closed');
    expect(await provider.close(tradeNo)).toBe('closed');
    await expect(shop.pay(code)).rejects.toThrow('TRADE_CLOSED');
    tradeNo = `${tradeNo}X`;
    await paid();
    expect(await provider.close(tradeNo)).toBe('paid');
  });
});

describe('refunds', () => {
  test('one number is paid back once; then the trade is closed, and somebody tells of the refund', async () => {
    await paid();
    expect(await provider.lookAtRefund(refundAsked())).toBe('unknown');
    expect(await provider.refund(refundAsked())).toBe('done');
    expect(await provider.refund(refundAsked())).toBe('done');
    expect(await provider.lookAtRefund(refundAsked())).toBe('done');
    expect(shop.payments.world.book.find('alipay', tradeNo)?.refunds).toHaveLength(1);
    expect(await provider.look(tradeNo)).toEqual({ standing: 'closed' });
    await expect
      .poll(() => shop.told.at(-1))
      .toMatchObject({ about: 'refund', refundNo: `${tradeNo}R01`, standing: 'done' });
  });

  test('a part told of is a refund, no second payment', async () => {
    await paid();
    expect(await provider.refund(refundAsked({ amount: 1 }))).toBe('done');
    await expect.poll(() => shop.told.at(-1)).toMatchObject({ about: 'refund', refundNo: `${tradeNo}R01` });
  });

  test.each<[string, object]>([
    ['more than came in', { amount: 30_001 }],
    ['of a trade that nobody knows', { tradeNo: 'CB1P99' }],
  ])('%s: refused for good', async (_what, more) => {
    await paid();
    expect(await provider.refund(refundAsked(more))).toBe('refused');
  });

  test('the same number for another sum, and a finished trade: refused for good', async () => {
    await paid();
    expect(await provider.refund(refundAsked({ amount: 100 }))).toBe('done');
    expect(await provider.refund(refundAsked({ amount: 200 }))).toBe('refused');
    await switches({ finishesAtOnce: 'on' });
    expect(await provider.refund(refundAsked({ refundNo: 'R02', amount: 1 }))).toBe('refused');
    await switches({});
  });
});

describe('notifications', () => {
  const lastOf = (about: Told['about']) => shop.told.filter((told) => told?.about === about).at(-1);

  test.each([{}, { signsSignType: 'on' }])('with and without sign_type in what is signed: %j', async (fields) => {
    await switches(fields);
    await paid();
    expect(lastOf('paid')).toMatchObject({ about: 'paid', fact: { tradeNo, amount: 30_000, currency: 'CNY' } });
    expect(shop.payments.world.notifier.deliveries.newestFirst()[0]?.item.end).toBe('acknowledged');
    await switches({});
  });

  test('forged ones come before the QR is answered and before the true one, and are refused', async () => {
    faults.set('here', ['forged']);
    const before = shop.told.length;
    const code = await provider.open(asked());
    expect(shop.told.slice(before)).toEqual([undefined]);
    await shop.pay(code);
    await expect.poll(() => shop.told.slice(before)).toHaveLength(3);
    expect(shop.told.slice(before)).toMatchObject([undefined, undefined, { about: 'paid' }]);
  });

  test('altered on its way, it is refused', async () => {
    await paid();
    const body = String(Buffer.from(shop.heard.at(-1)?.body ?? []));
    const told = await provider.read({ headers: {}, body: Buffer.from(body.replaceAll('300.00', '300.01')) });
    expect([body.includes('300.00'), told]).toEqual([true, undefined]);
  });

  test('doubled, both say the same', async () => {
    faults.set('here', ['doubled']);
    const before = shop.told.length;
    await paid();
    await expect.poll(() => shop.told.length).toBe(before + 2);
    expect(shop.told[before]).toEqual(shop.told[before + 1]);
  });

  test('lost, none comes, and looking tells', async () => {
    faults.set('here', ['lost']);
    const before = shop.told.length;
    await paid();
    expect(shop.told).toHaveLength(before);
    expect(await provider.look(tradeNo)).toMatchObject({ standing: 'paid' });
  });

  test('late, it comes all the same', async () => {
    faults.set('here', ['late']);
    await paid();
    expect(lastOf('paid')).toMatchObject({ fact: { tradeNo } });
  });

  test('paid before the QR is answered', async () => {
    faults.set('here', ['before-reply']);
    await provider.open(asked());
    expect(lastOf('paid')).toMatchObject({ fact: { tradeNo } });
  });

  test('another sum is told of as it is', async () => {
    faults.set('here', ['wrong-amount']);
    await paid();
    expect(lastOf('paid')).toMatchObject({ fact: { tradeNo, amount: 29_999 } });
    expect(await provider.look(tradeNo)).toMatchObject({ fact: { amount: 29_999 } });
  });
});

describe('the bill of a day', () => {
  test('of a day that is over: payments, refunds and fees, as the books have them', async () => {
    await paid({ title: '逗号，, 和"引号"' });
    await provider.refund(refundAsked({ amount: 10_000 }));
    const day = chinaDate(clock.now);
    expect(await provider.bill(day)).toBeUndefined();
    clock.now = new Date(clock.now.getTime() + 86_400_000);
    const lines = (await provider.bill(day)) ?? [];
    expect(lines.filter((line) => line.tradeNo === tradeNo)).toMatchObject([
      { kind: 'payment', amount: 30_000, fee: 180 },
      { kind: 'refund', amount: 10_000, refundNo: `${tradeNo}R01`, fee: -60 },
    ]);
    const books = shop.payments.world.book.books('alipay');
    const sum = (kind: 'payment' | 'refund') =>
      lines.filter((line) => line.kind === kind).reduce((total, { amount }) => total + amount, 0);
    expect([sum('payment'), sum('refund')]).toEqual([books.paid, books.refunded]);
    expect(lines.reduce((total, { fee }) => total + fee, 0)).toBe(books.fees);
  });

  test('of a day on which nothing happened there is none', async () => {
    expect(await provider.bill('2026-01-01')).toBeUndefined();
  });
});

describe('what keeps from knowing', () => {
  test.each([
    ['down', 'unreachable'],
    ['slow', 'too-slow'],
    ['failing', 'unwell'],
    ['half', 'unreachable'],
  ] as const)('Alipay is %s: away, and whatever was done is found afterwards', async (answers, reason) => {
    await paid();
    faults.set(answers);
    const [looked, refunded] = await Promise.all([away(provider.look(tradeNo)), away(provider.refund(refundAsked()))]);
    expect([looked, refunded]).toEqual([reason, reason]);
    faults.set('here');
    expect(await provider.refund(refundAsked())).toBe('done');
    expect(shop.payments.world.book.find('alipay', tradeNo)?.refunds).toHaveLength(1);
  });

  test('each of the faults was tried', () => {
    expect(PAY_ANSWERS).toEqual(['here', 'down', 'slow', 'failing', 'half']);
  });

  test('a stranger’s request is refused, and the answer is signed nevertheless', async () => {
    const { appId, appPrivateKey, alipayPublicKeys } = shop.payments.payAccounts().alipay;
    const call = (config: object) =>
      new AlipaySdk({
        appId,
        privateKey: appPrivateKey.trim(),
        keyType: 'PKCS8',
        alipayPublicKey: alipayPublicKeys[0]?.trim() ?? '',
        gateway: `${shop.url}/alipay/gateway.do`,
        camelcase: false,
        ...config,
      }).exec('alipay.trade.query', { bizContent: { out_trade_no: 'x' } }, { validateSign: true });
    expect(await call({})).toMatchObject({ code: '40004', sub_code: 'ACQ.TRADE_NOT_EXIST' });
    expect(await call({ appId: '2021000000000000' })).toMatchObject({ sub_code: 'isv.invalid-app-id' });
    const strange = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const privateKey = strange.export({ type: 'pkcs8', format: 'pem' }).toString().trim();
    expect(await call({ privateKey })).toMatchObject({ code: '40002', sub_code: 'isv.invalid-signature' });
  });
});

describe('keys', () => {
  test('rotated at Alipay, nothing is believed until the file says so, and then without a restart', async () => {
    await provider.open(asked());
    await shop.post('/wallet/rotate', { provider: 'alipay' });
    expect(await away(provider.look(tradeNo))).toBe('reply-not-signed');
    await shop.write();
    expect(await provider.look(tradeNo)).toEqual({ standing: 'unknown' });
  });

  test('with the old and the new key in the file, the change is not noticed', async () => {
    await shop.post('/wallet/rotate', { provider: 'alipay' });
    await shop.write();
    await paid();
    expect(shop.told.at(-1)).toMatchObject({ about: 'paid', fact: { tradeNo } });
  });

  test('a file that turns bad is told of by its place, and what it said before goes on', async () => {
    await writeFile(shop.file, JSON.stringify({ ...shop.payments.payAccounts().alipay, sellerId: 'x' }));
    expect(await provider.look(tradeNo)).toEqual({ standing: 'unknown' });
    expect(shop.log.text()).toContain('sellerId');
    await shop.write();
    expect(await provider.look(tradeNo)).toEqual({ standing: 'unknown' });
  });

  test('nothing of keys, signatures or what was said is in the log', () => {
    const text = shop.log.text();
    expect(text).toContain('CERTBRIDGE_ALIPAY_FILE');
    expect(text).not.toMatch(/PRIVATE|PUBLIC KEY|MII|CB26|sign=|300\.00/);
  });
});
