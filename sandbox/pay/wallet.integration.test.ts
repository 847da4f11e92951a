import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildSandbox } from '../http/build-sandbox.ts';
import { html } from '../http/html.ts';
import type { DeliveryEnd, Notification } from './notifier.ts';
import { newPayWorld, type PayGateway, type PayWorld } from './pay-world.ts';
import type { Trade } from './trade.ts';
import { walletRoutes } from './wallet-routes.ts';

let world: PayWorld;
let server: FastifyInstance;
let shop: Server;
let shopUrl: string;
let heard: string[];
let answers: string[];

beforeEach(async () => {
  heard = [];
  answers = [];
  shop = createServer(async (asked, reply) => {
    heard.push(await text(asked));
    reply.end(answers.shift() ?? 'success');
  });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
  world = newPayWorld({ factor: 1_000_000 });
  const folder = await mkdtemp(join(tmpdir(), 'certbridge-wallet-'));
  server = await buildSandbox({ sdkFile: join(folder, 'sdk.js'), routes: [walletRoutes(world, [gateway()])] });
  return () => rm(folder, { recursive: true });
});

afterEach(async () => {
  world.notifier.stop();
  shop.close();
  await server.close();
});

function notificationOf(trade: Trade): Notification {
  return {
    provider: 'alipay',
    id: 'n-1',
    tradeNo: trade.tradeNo,
    url: shopUrl,
    make: () => ({ headers: { 'content-type': 'text/plain' }, body: `${trade.tradeNo} ${trade.paid?.amount}` }),
    isAcknowledged: ({ body }) => body === 'success',
    waits: [240, 600],
  };
}

function gateway(): PayGateway {
  return {
    provider: 'alipay',
    name: { zh: '支付宝', en: 'Alipay' },
    merchant: '示例证书中心',
    routes: async () => undefined,
    paid: (trade) => world.notifier.notify(notificationOf(trade)),
    rotateKeys: () => undefined,
    settings: () => html``,
  };
}

function opened(tradeNo = 'CB1P01'): Trade {
  const expiresAt = new Date(Date.now() + 900_000);
  return world.book.open({
    provider: 'alipay',
    tradeNo,
    title: '<b>证书',
    amount: 30_000,
    notifyUrl: shopUrl,
    expiresAt,
  });
}

const host = '127.0.0.1:7100';
const page = async (url: string) => (await server.inject({ url, headers: { host } })).body;
const form = (url: string, fields: Record<string, string>) =>
  server.inject({
    method: 'POST',
    url,
    headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
const json = (url: string, payload: object) => server.inject({ method: 'POST', url, headers: { host }, payload });

/** The ends of the first deliveries, as soon as there are so many. */
async function ends(count: number): Promise<DeliveryEnd[]> {
  const { deliveries } = world.notifier;
  const found = () => deliveries.newestFirst().length >= count;
  if (!found()) await new Promise<void>((resolve) => deliveries.onChange(() => found() && resolve()));
  return deliveries
    .newestFirst()
    .map(({ item }) => item.end)
    .reverse();
}

describe('the wallet', () => {
  test('what a QR says opens the trade with its sum and its shop; what comes from a shop is no markup', async () => {
    const { code } = opened();
    const shown = await page(`/wallet?code=${encodeURIComponent(`http://${host}/wallet?code=${code}`)}`);
    expect(shown).toContain('300.00');
    expect(shown).toContain('示例证书中心');
    expect(shown).not.toContain('<b>证书');
    expect(world.book.findByCode(code)?.scannedAt).toBeDefined();
  });

  test('an unknown code says so', async () => {
    expect(await page('/wallet?code=nobodys')).toContain('没有这个码的交易');
  });

  test('paying by the form leads back to the trade, and the shop is told', async () => {
    const { code } = opened();
    const reply = await form('/wallet/pay', { code });
    expect([reply.statusCode, reply.headers['location']]).toEqual([303, `/wallet?code=${code}`]);
    expect(await ends(1)).toEqual(['acknowledged']);
    expect(heard).toEqual(['CB1P01 30000']);
    expect(await page('/wallet')).toContain('已付款');
  });

  test('programs pay by JSON, once, and read the trades', async () => {
    const { code } = opened();
    expect((await json('/wallet/pay', { code })).json()).toMatchObject({
      ok: true,
      value: { trade: { state: 'paid' } },
    });
    const again = await json('/wallet/pay', { code });
    expect([again.statusCode, again.json()]).toEqual([409, { ok: false, error: { code: 'TRADE_PAID' } }]);
    expect(JSON.parse(await page('/wallet/trades.json'))).toMatchObject({
      value: { trades: [{ tradeNo: 'CB1P01', state: 'paid', paid: { amount: 30_000 } }] },
    });
    expect(JSON.parse(await page('/wallet/books.json'))).toMatchObject({ value: { alipay: { paid: 30_000 } } });
  });

  test('who declines leaves everything as it is; what was let expire cannot be paid', async () => {
    const { code } = opened();
    await form('/wallet/decline', { code });
    expect(world.book.findByCode(code)?.state).toBe('waiting');
    await form('/wallet/expire', { code });
    expect((await json('/wallet/pay', { code })).json()).toMatchObject({ error: { code: 'TRADE_CLOSED' } });
    expect(heard).toEqual([]);
  });
});

describe('notifications', () => {
  test('come again on the schedule until they are acknowledged', async () => {
    answers = ['fail', 'Success'];
    await json('/wallet/pay', { code: opened().code });
    expect(await ends(3)).toEqual(['not-acknowledged', 'not-acknowledged', 'acknowledged']);
  });

  test('lost, none arrives; doubled, each arrives twice', async () => {
    await form('/wallet/faults', { provider: 'alipay', lost: 'on' });
    await json('/wallet/pay', { code: opened('CB1P01').code });
    expect(await ends(3)).toEqual(['lost', 'lost', 'lost']);
    expect(heard).toEqual([]);
    await form('/wallet/faults', { provider: 'alipay', doubled: 'on' });
    await json('/wallet/pay', { code: opened('CB2P01').code });
    await ends(5);
    expect(heard).toEqual(['CB2P01 30000', 'CB2P01 30000']);
  });

  test('with its switch on, another sum is paid, and the books say so', async () => {
    await form('/wallet/faults', { provider: 'alipay', 'wrong-amount': 'on' });
    await json('/wallet/pay', { code: opened().code });
    await ends(1);
    expect(heard).toEqual(['CB1P01 29999']);
    expect(world.book.books('alipay').paid).toBe(29_999);
  });
});
