import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { createLog } from '../../online-service/create-log.ts';
import type { Told } from '../../online-service/payments/payment-provider.ts';
import { openSettingsFile } from '../../online-service/payments/settings/settings-file.ts';
import { wechatProvider } from '../../online-service/payments/wechat/wechat-provider.ts';
import { wechatSettings } from '../../online-service/payments/wechat/wechat-settings.ts';
import { capturedLog } from '../../online-service/testing/captured-log.ts';
import { temporaryFolder } from '../../online-service/testing/temporary-folder.ts';
import { buildSandbox } from '../../sandbox/http/build-sandbox.ts';
import { listen } from '../../sandbox/http/listen.ts';
import type { DeliveryEnd } from '../../sandbox/pay/notifier.ts';
import { payTrade } from '../../sandbox/pay/pay-trade.ts';
import { newPayWorld } from '../../sandbox/pay/pay-world.ts';
import { walletRoutes } from '../../sandbox/pay/wallet-routes.ts';
import { openWechat } from '../../sandbox/pay/wechat/wechat-gateway.ts';

const folder = await temporaryFolder();
let shops = 0;

export interface ShopOptions {
  /** How far the gateway's clock is ahead of ours. */
  readonly aheadSeconds?: number;
  /** What the shop answers instead, for as long as there is something. */
  readonly answers?: number[];
}

/** The service's provider, the sandbox's gateway, and real HTTP both ways. */
export async function wechatShop({ aheadSeconds = 0, answers = [] }: ShopOptions = {}) {
  const clock = { ahead: aheadSeconds * 1000 };
  const now = () => new Date(Date.now() + clock.ahead);
  const world = newPayWorld({ now, factor: 1_000_000 });
  const gateway = openWechat(world, { now });
  const sandbox = await buildSandbox({
    sdkFile: join(folder, 'sdk.js'),
    routes: [walletRoutes(world, [gateway]), gateway.routes],
  });
  const baseURL = `http://127.0.0.1:${await listen(sandbox, 0)}/wechat/`;
  shops += 1;
  const file = join(folder, `wechat-${shops}.json`);
  /** As `npm start` does when keys have changed. */
  async function handOutKeys(): Promise<void> {
    await writeFile(`${file}.new`, JSON.stringify({ baseURL, ...gateway.account }));
    await rename(`${file}.new`, file);
  }
  await handOutKeys();
  const log = capturedLog();
  const place = { variable: 'CERTBRIDGE_WECHAT_FILE', path: file, schema: wechatSettings };
  const settings = await openSettingsFile(place, createLog('trace', log.stream));
  const told: Told[] = [];
  const raw: string[] = [];
  const till = createServer(async (request, response) => {
    const body = await buffer(request);
    raw.push(body.toString('utf8'));
    const read = await provider.read({ headers: request.headers, body });
    const other = answers.shift();
    if (read) told.push(read);
    const { status, body: answer } = read ? provider.thanks : provider.refusal;
    response.writeHead(other ?? status).end(answer);
  });
  till.listen(0, '127.0.0.1');
  await once(till, 'listening');
  const notifyUrl = () => `http://127.0.0.1:${(till.address() as AddressInfo).port}/wechat`;
  const provider = wechatProvider({ settings, now: () => new Date(), notifyUrl, withinMs: 1_000 });
  onTestFinished(async () => {
    world.faults.wechat.set('here');
    world.notifier.stop();
    till.closeAllConnections();
    till.close();
    await sandbox.close();
  });

  const { deliveries } = world.notifier;
  const ends = () =>
    deliveries
      .newestFirst()
      .map(({ item }) => item.end)
      .reverse();
  return {
    provider,
    gateway,
    world,
    baseURL,
    told,
    raw,
    log,
    clock,
    handOutKeys,
    /** Scans what the QR says, and pays. */
    async pay(code: string) {
      const result = payTrade(world, [gateway], new URL(code).searchParams.get('pr') ?? '');
      if (typeof result === 'string') throw new Error(result);
      await result.told;
      return result.trade;
    },
    /** How deliveries have ended, as soon as there are so many. */
    async deliveries(count: number): Promise<DeliveryEnd[]> {
      if (ends().length < count) {
        await new Promise<void>((resolve) => {
          const stop = deliveries.onChange(() => {
            if (ends().length < count) return;
            stop();
            resolve();
          });
        });
      }
      return ends();
    },
  };
}

export type WechatShop = Awaited<ReturnType<typeof wechatShop>>;
