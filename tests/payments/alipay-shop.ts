import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import { createLog } from '../../online-service/create-log.ts';
import { openPaymentSettings } from '../../online-service/payments/open-payment-settings.ts';
import type { PaymentProvider, RawNotification, Told } from '../../online-service/payments/payment-provider.ts';
import { capturedLog } from '../../online-service/testing/captured-log.ts';
import { buildSandbox } from '../../sandbox/http/build-sandbox.ts';
import { openPayments } from '../../sandbox/open-payments.ts';

interface Clock {
  now: Date;
}

/** The service's Alipay provider and the sandbox's Alipay, over the wire, with a shop that hears notifications. */
export async function alipayShop() {
  const clock: Clock = { now: new Date() };
  const now = () => clock.now;
  const folder = await mkdtemp(join(tmpdir(), 'certbridge-alipay-'));
  const file = join(folder, 'alipay.json');
  let gateway = '';
  const write = () => writeFile(file, JSON.stringify({ gateway, ...payments.payAccounts().alipay }));
  const payments = openPayments({ now, factor: 1_000_000 });
  const sandbox = await buildSandbox({ sdkFile: join(folder, 'sdk.js'), routes: [payments.routes] });
  const url = await sandbox.listen({ host: '127.0.0.1', port: 0 });
  gateway = `${url}/alipay/gateway.do`;
  await write();

  const heard: RawNotification[] = [];
  const told: (Told | undefined)[] = [];
  const shop = createServer(async (asked, reply) => {
    const notification = { headers: asked.headers, body: await buffer(asked) };
    heard.push(notification);
    const read = await provider.read(notification);
    told.push(read);
    const { status, type, body } = read ? provider.thanks : provider.refusal;
    reply.writeHead(status, { 'content-type': type }).end(body);
  });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
  const notifyUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/notify`;

  const log = capturedLog();
  const surroundings = { notifyUrl: () => notifyUrl, now, log: createLog('trace', log.stream) };
  const { providers } = await openPaymentSettings({ alipay: file }, surroundings);
  const provider = required(providers.alipay);

  afterAll(async () => {
    payments.stop();
    shop.closeAllConnections();
    shop.close();
    await sandbox.close();
    await rm(folder, { recursive: true });
  });
  return {
    clock,
    file,
    write,
    url,
    payments,
    provider,
    heard,
    told,
    log,
    faults: payments.world.faults.alipay,
    post: (path: string, fields: Record<string, string>) =>
      fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }),
    /** Pays what a QR says; settles when the shop has been told, or when it was tried. */
    async pay(code: string): Promise<void> {
      const { deliveries } = payments.world.notifier;
      const before = deliveries.newestFirst()[0]?.serial ?? 0;
      const paid = await fetch(`${url}/wallet/pay`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      });
      if (!paid.ok) throw new Error(`not paid: ${await paid.text()}`);
      const { value } = (await paid.json()) as { readonly value: { readonly trade: { readonly tradeNo: string } } };
      const { tradeNo } = value.trade;
      await deliveries.after(before, {
        matches: (one) => one.tradeNo === tradeNo && one.attempt > 0,
        withinMs: 20_000,
      });
    },
  };
}

export type AlipayShop = Awaited<ReturnType<typeof alipayShop>>;

function required(provider: PaymentProvider | undefined): PaymentProvider {
  if (!provider) throw new Error('no provider was opened');
  return provider;
}
