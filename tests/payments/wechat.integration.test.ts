import { generateKeyPairSync } from 'node:crypto';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { describe, expect, test } from 'vitest';
import { PaymentProviderAway, type RefundAsked } from '../../online-service/payments/payment-provider.ts';
import { wechatProvider } from '../../online-service/payments/wechat/wechat-provider.ts';
import { wechatSettings } from '../../online-service/payments/wechat/wechat-settings.ts';
import type { PayFault } from '../../sandbox/pay/fault-panel.ts';
import type { Trade } from '../../sandbox/pay/trade.ts';
import { type WechatShop, wechatShop } from './wechat-shop.ts';

const TRADE_NO = 'CB26010800000001P01';
const asked = (tradeNo = TRADE_NO, amount = 30_000) => ({
  tradeNo,
  amount,
  title: '数字证书，新办',
  expiresAt: new Date(Date.now() + 900_000),
});
const refundOf = (trade: Trade, refundNo = `${trade.tradeNo}R01`): RefundAsked => ({
  tradeNo: trade.tradeNo,
  transactionId: trade.paid?.transactionId ?? '',
  refundNo,
  amount: trade.paid?.amount ?? 0,
  total: trade.paid?.amount ?? 0,
  title: '数字证书费用退款',
});
const away = (question: Promise<unknown>) =>
  question.then(
    (answer) => ({ answer }),
    (fault: unknown) => (fault instanceof PaymentProviderAway ? fault.code : fault),
  );
const switchOn = ({ world }: WechatShop, ...faults: PayFault[]) => world.faults.wechat.set('here', faults);

async function paidTrade(shop: WechatShop, tradeNo = TRADE_NO) {
  return shop.pay(await shop.provider.open(asked(tradeNo)));
}

describe('a trade', () => {
  test('is opened, waits, is paid and told of: query and notification say the same', async () => {
    const shop = await wechatShop();
    const code = await shop.provider.open(asked());
    expect(code).toMatch(/^weixin:\/\/wxpay\/bizpayurl\?pr=/);
    expect(await shop.provider.look(TRADE_NO)).toEqual({ standing: 'waiting' });
    const trade = await shop.pay(code);
    const paid = await shop.provider.look(TRADE_NO);
    expect(paid).toMatchObject({
      standing: 'paid',
      fact: { tradeNo: TRADE_NO, transactionId: trade.paid?.transactionId, amount: 30_000, currency: 'CNY' },
    });
    expect(shop.told).toMatchObject([{ about: 'paid', fact: 'fact' in paid ? paid.fact : {} }]);
    expect(await shop.deliveries(1)).toEqual(['acknowledged']);
  });

  test('asked for again is the same trade; with another sum, or paid, or closed, it is refused', async () => {
    const { provider, pay } = await wechatShop();
    const code = await provider.open(asked());
    expect(await provider.open(asked())).toBe(code);
    expect(await away(provider.open(asked(TRADE_NO, 1)))).toBe('OUT_TRADE_NO_USED');
    await pay(code);
    expect(await away(provider.open(asked()))).toBe('ORDERPAID');
    await provider.open(asked('CB26010800000001P02'));
    await provider.close('CB26010800000001P02');
    expect(await away(provider.open(asked('CB26010800000001P02')))).toBe('ORDER_CLOSED');
  });

  test('that nobody has opened is unknown, and closed for whoever wants it closed', async () => {
    const { provider } = await wechatShop();
    expect(await provider.look(TRADE_NO)).toEqual({ standing: 'unknown' });
    expect(await provider.close(TRADE_NO)).toBe('closed');
  });

  test('is closed for good, as often as one likes', async () => {
    const { provider, pay } = await wechatShop();
    const code = await provider.open(asked());
    expect([await provider.close(TRADE_NO), await provider.close(TRADE_NO)]).toEqual(['closed', 'closed']);
    expect(await provider.look(TRADE_NO)).toEqual({ standing: 'closed' });
    await expect(pay(code)).rejects.toThrow('closed');
  });

  test('that is paid cannot be closed', async () => {
    const shop = await wechatShop();
    await paidTrade(shop);
    expect(await shop.provider.close(TRADE_NO)).toBe('paid');
  });

  test('is closed when its time is over', async () => {
    const { provider } = await wechatShop();
    await provider.open({ ...asked(), expiresAt: new Date(Date.now() - 1_000) });
    expect(await provider.look(TRADE_NO)).toEqual({ standing: 'closed' });
  });
});

describe('a refund', () => {
  test('is taken on, done and told of; the same number is one refund', async () => {
    const shop = await wechatShop();
    const refund = refundOf(await paidTrade(shop));
    expect(await shop.provider.lookAtRefund(refund)).toBe('unknown');
    expect(await shop.provider.refund(refund)).toBe('under-way');
    expect(await shop.provider.refund(refund)).toBe('done');
    expect(await shop.provider.lookAtRefund(refund)).toBe('done');
    await shop.deliveries(2);
    expect(shop.told[1]).toMatchObject({ about: 'refund', refundNo: refund.refundNo, standing: 'done' });
    expect(shop.world.book.books('wechat')).toMatchObject({ refunds: 1, refunded: 30_000 });
    expect(await shop.provider.look(TRADE_NO)).toMatchObject({ standing: 'paid', fact: { amount: 30_000 } });
  });

  test.each([
    ['refund-abnormal', 'refused'],
    ['refund-closed', 'refused'],
  ] as const)('with %s is told as %s, and has moved no money', async (one, standing) => {
    const shop = await wechatShop();
    const refund = refundOf(await paidTrade(shop));
    shop.gateway.switches.set([one]);
    expect(await shop.provider.refund(refund)).toBe('under-way');
    expect(await shop.provider.lookAtRefund(refund)).toBe(standing);
    await shop.deliveries(2);
    expect(shop.told[1]).toMatchObject({ about: 'refund', standing });
    expect(shop.world.book.books('wechat').refunds).toBe(0);
  });

  test('waits when there is no money left, and goes on when there is', async () => {
    const shop = await wechatShop();
    const refund = refundOf(await paidTrade(shop));
    shop.gateway.switches.set(['not-enough']);
    expect(await shop.provider.refund(refund)).toBe('under-way');
    expect(await shop.provider.lookAtRefund(refund)).toBe('unknown');
    shop.gateway.switches.set([]);
    await shop.provider.refund(refund);
    expect(await shop.provider.lookAtRefund(refund)).toBe('done');
  });

  test('of more than was paid, or of a second time, is refused', async () => {
    const shop = await wechatShop();
    const trade = await paidTrade(shop);
    expect(await shop.provider.refund({ ...refundOf(trade), amount: 30_001 })).toBe('refused');
    await shop.provider.refund(refundOf(trade));
    expect(await shop.provider.refund(refundOf(trade, `${TRADE_NO}R02`))).toBe('refused');
  });
});

describe('the bill of a day', () => {
  test('agrees with the gateway’s books to the fen', async () => {
    const shop = await wechatShop();
    shop.gateway.switches.set(['bill-at-once']);
    const first = await paidTrade(shop);
    await shop.pay(await shop.provider.open(asked('CB26010800000002P01', 12_345)));
    await shop.provider.refund(refundOf(first));
    const lines = (await shop.provider.bill(chinaDate(new Date()))) ?? [];
    const sum = (kind: string) =>
      lines.filter((line) => line.kind === kind).reduce((all, { amount }) => all + amount, 0);
    const books = shop.world.book.books('wechat');
    expect([sum('payment'), sum('refund')]).toEqual([books.paid, books.refunded]);
    expect(lines.reduce((all, { fee }) => all + fee, 0)).toBe(books.fees);
    expect(lines.find(({ kind }) => kind === 'refund')).toMatchObject({
      tradeNo: TRADE_NO,
      refundNo: `${TRADE_NO}R01`,
      transactionId: first.paid?.transactionId,
    });
  });

  test('is not there before the next morning, and empty of a day without payments', async () => {
    const { provider } = await wechatShop();
    expect(await provider.bill(chinaDate(new Date()))).toBeUndefined();
    expect(await provider.bill('2026-01-01')).toEqual([]);
  });
});

describe('when the gateway fails, nothing is known, and asking again mends it', () => {
  test.each([
    ['down', 'unreachable'],
    ['slow', 'too-slow'],
    ['failing', 'unwell'],
    ['half', 'unreachable'],
  ] as const)('%s', async (answers, reason) => {
    const { provider, world, pay } = await wechatShop();
    world.faults.wechat.set(answers);
    expect(await away(provider.open(asked()))).toBe(reason);
    expect(await away(provider.look(TRADE_NO))).toBe(reason);
    world.faults.wechat.set('here');
    const trade = await pay(await provider.open(asked()));
    world.faults.wechat.set(answers);
    expect(await away(provider.refund(refundOf(trade)))).toBe(reason);
    expect(await away(provider.close(TRADE_NO))).toBe(reason);
    world.faults.wechat.set('here');
    await provider.refund(refundOf(trade));
    expect(await provider.lookAtRefund(refundOf(trade))).toBe('done');
    expect(world.book.books('wechat')).toMatchObject({ payments: 1, refunds: 1 });
  });

  test('too many questions', async () => {
    const { provider, gateway } = await wechatShop();
    gateway.switches.set(['limited']);
    expect(await away(provider.look(TRADE_NO))).toBe('FREQUENCY_LIMITED');
  });
});

describe('notifications', () => {
  test('come fifteen times more, under one id, while they are not thanked for', async () => {
    const shop = await wechatShop({ answers: Array<number>(20).fill(500) });
    await paidTrade(shop);
    expect(await shop.deliveries(16)).toEqual(Array(16).fill('not-acknowledged'));
    expect(new Set(shop.told.map(({ id }) => id)).size).toBe(1);
    expect(shop.told).toHaveLength(16);
  });

  test('lost: none comes, and the query knows', async () => {
    const shop = await wechatShop();
    switchOn(shop, 'lost');
    await paidTrade(shop);
    expect((await shop.deliveries(16)).every((end) => end === 'lost')).toBe(true);
    expect(shop.told).toEqual([]);
    expect(await shop.provider.look(TRADE_NO)).toMatchObject({ standing: 'paid' });
  });

  test('doubled: the same one twice', async () => {
    const shop = await wechatShop();
    switchOn(shop, 'doubled');
    await paidTrade(shop);
    expect(await shop.deliveries(2)).toEqual(['acknowledged', 'acknowledged']);
    expect(shop.told[0]).toEqual(shop.told[1]);
  });

  test('before the reply: told of before the QR is there', async () => {
    const shop = await wechatShop();
    switchOn(shop, 'before-reply');
    await shop.provider.open(asked());
    expect(shop.told).toMatchObject([{ about: 'paid', fact: { tradeNo: TRADE_NO } }]);
  });

  test('late: taken all the same, for each delivery is signed anew', async () => {
    const shop = await wechatShop();
    switchOn(shop, 'late');
    await paidTrade(shop);
    expect(await shop.deliveries(1)).toEqual(['acknowledged']);
  });

  test('forged: all is right but the key, and nothing of it is believed', async () => {
    const shop = await wechatShop();
    switchOn(shop, 'forged');
    await paidTrade(shop);
    expect(await shop.deliveries(2)).toEqual(['not-acknowledged', 'acknowledged']);
    expect([shop.raw.length, shop.told.length]).toEqual([2, 1]);
  });

  test('of another sum: told as it is', async () => {
    const shop = await wechatShop();
    switchOn(shop, 'wrong-amount');
    await paidTrade(shop);
    expect(shop.told).toMatchObject([{ fact: { amount: 29_999 } }]);
  });

  test('bring a probe with every fifth payment', async () => {
    const shop = await wechatShop();
    for (const number of [1, 2, 3, 4, 5]) await paidTrade(shop, `CB2601080000000${number}P01`);
    expect(await shop.deliveries(6)).toEqual([...Array(4).fill('acknowledged'), 'not-acknowledged', 'acknowledged']);
    expect(shop.told).toHaveLength(5);
  });

  test('that are probes are refused', async () => {
    const shop = await wechatShop();
    await shop.provider.open(asked());
    await shop.gateway.probe();
    expect(await shop.deliveries(1)).toEqual(['not-acknowledged']);
    expect([shop.raw.length, shop.told.length]).toEqual([1, 0]);
  });
});

describe('the wallet’s page', () => {
  test('changes the switches, probes, and shows no keys', async () => {
    const shop = await wechatShop();
    const home = new URL('/', shop.baseURL);
    await shop.provider.open(asked());
    await fetch(new URL('wechat/switches', home), { method: 'POST', body: new URLSearchParams({ limited: 'on' }) });
    expect(await away(shop.provider.look(TRADE_NO))).toBe('FREQUENCY_LIMITED');
    const page = await fetch(new URL('wechat/probe', home), { method: 'POST', body: new URLSearchParams() });
    expect(page.url).toBe(new URL('wallet', home).href);
    expect(await shop.deliveries(1)).toEqual(['not-acknowledged']);
    const text = await page.text();
    expect(text).toContain('微信支付的设置');
    for (const key of shop.gateway.account.apiV3Keys) expect(text).not.toContain(key);
    expect(text).not.toContain('PRIVATE KEY');
  });
});

describe('keys and clocks', () => {
  test('rotated keys are in force as soon as the file has them', async () => {
    const shop = await wechatShop();
    const code = await shop.provider.open(asked());
    shop.gateway.rotateKeys();
    await shop.handOutKeys();
    await shop.pay(code);
    expect(await shop.deliveries(1)).toEqual(['acknowledged']);
    expect(await shop.provider.look(TRADE_NO)).toMatchObject({ standing: 'paid' });
    expect(shop.log.text()).toContain('read again');
    expect(shop.log.text()).not.toMatch(/BEGIN|PRIVATE/);
  });

  test('of keys that we do not know yet nothing is believed; when we do, the repetition is', async () => {
    const shop = await wechatShop();
    const code = await shop.provider.open(asked());
    shop.gateway.rotateKeys();
    shop.gateway.rotateKeys();
    expect(await away(shop.provider.look(TRADE_NO))).toBe('reply-not-trusted');
    shop.world.notifier.factor = 5;
    await shop.pay(code);
    expect(await shop.deliveries(1)).toEqual(['not-acknowledged']);
    await shop.handOutKeys();
    expect(await shop.deliveries(2)).toEqual(['not-acknowledged', 'acknowledged']);
    expect(await shop.provider.look(TRADE_NO)).toMatchObject({ standing: 'paid' });
  });

  test.each([-360, 360])('a clock %i seconds off: neither believes the other', async (aheadSeconds) => {
    const shop = await wechatShop();
    const code = await shop.provider.open({ ...asked(), expiresAt: new Date(Date.now() + 3_600_000) });
    shop.clock.ahead = aheadSeconds * 1000;
    expect(await away(shop.provider.look(TRADE_NO))).toBe('request-refused');
    await shop.pay(code);
    expect((await shop.deliveries(1))[0]).toBe('not-acknowledged');
    expect(shop.told).toEqual([]);
  });

  test('a clock two minutes off is near enough', async () => {
    const shop = await wechatShop({ aheadSeconds: 120 });
    await paidTrade(shop);
    expect(await shop.deliveries(1)).toEqual(['acknowledged']);
  });
});

describe('the gateway takes nothing unsigned', () => {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });

  test.each<[string, (account: WechatShop['gateway']['account']) => object]>([
    ['another key', ({ merchant }) => ({ merchant: { ...merchant, privateKey: stranger } })],
    ['another serial', ({ merchant }) => ({ merchant: { ...merchant, serial: 'ABCDEF0123456789' } })],
    ['another merchant', () => ({ mchid: '1900000099' })],
  ])('%s', async (_what, changes) => {
    const { gateway, baseURL } = await wechatShop();
    const content = { baseURL, ...gateway.account, ...changes(gateway.account) };
    const settings = wechatSettings.parse(content);
    const source = { current: () => Promise.resolve(settings) };
    const provider = wechatProvider({ settings: source, now: () => new Date(), notifyUrl: () => `${baseURL}told` });
    expect(await away(provider.open(asked()))).toBe('request-refused');
  });

  test('nor anything without a signature, and says what is wrong', async () => {
    const { baseURL } = await wechatShop();
    const reply = await fetch(`${baseURL}v3/pay/transactions/out-trade-no/${TRADE_NO}?mchid=1900006511`);
    expect([reply.status, reply.headers.get('wechatpay-signature')]).toEqual([401, null]);
    expect(await reply.json()).toMatchObject({ code: 'SIGN_ERROR' });
  });
});
