import type { BrowserContext, Page } from 'playwright';
import * as z from 'zod/mini';
import type { World } from '../../../scripts/world/start-world.ts';
import { expect } from '../patient-expect.ts';

const trades = z.object({
  value: z.object({
    trades: z.array(
      z.object({
        provider: z.enum(['alipay', 'wechat']),
        tradeNo: z.string(),
        code: z.string(),
        state: z.enum(['waiting', 'paid', 'closed']),
        refunds: z.array(z.object({ amount: z.int() })),
      }),
    ),
  }),
});
export type WalletTrade = z.infer<typeof trades>['value']['trades'][number];
export type PayProvider = WalletTrade['provider'];

/** The trades of one order at the sandbox's payment companies, as the service asked for them, the oldest first. */
export async function tradesOf(world: World, orderNumber: string): Promise<WalletTrade[]> {
  const reply = await fetch(new URL('wallet/trades.json', world.sandbox.url));
  const { value } = trades.parse(await reply.json());
  const beginning = `CB${orderNumber.replace('-', '')}P`;
  return value.trades
    .filter(({ tradeNo }) => tradeNo.startsWith(beginning))
    .toSorted((one, other) => (one.tradeNo < other.tradeNo ? -1 : 1));
}

/** The code of one way that can be paid now; the panel shows it, and a phone would scan it. */
export async function codeToPay(world: World, orderNumber: string, provider: PayProvider): Promise<string> {
  let code = '';
  await expect(async () => {
    const open = (await tradesOf(world, orderNumber)).filter((one) => one.provider === provider);
    const waiting = open.filter(({ state }) => state === 'waiting');
    expect(waiting, 'nobody finds two that can be paid').toHaveLength(1);
    code = waiting[0]?.code ?? '';
  }).toPass({ timeout: 20_000 });
  return code;
}

/** The payer's phone, opened by what the QR says. */
export async function openWallet(context: BrowserContext, world: World, code: string): Promise<Page> {
  const phone = await context.newPage();
  await phone.goto(new URL(`wallet?code=${encodeURIComponent(code)}`, world.sandbox.url).href);
  return phone;
}

export async function payInWallet(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: /确认付款/ }).click();
  await expect(phone.getByText('已付款').first()).toBeVisible();
}

/**
 * The payer goes away without having paid. A page that is closed while it still goes somewhere may stay open, and the
 * browser then lets the pages behind it wait.
 */
export async function putAway(phone: Page, by: '不付了' | '让它过期'): Promise<void> {
  await Promise.all([
    phone.waitForURL(({ pathname, search }) => pathname === '/wallet' && search === ''),
    phone.getByRole('button', { name: new RegExp(by) }).click(),
  ]);
  await phone.close();
}

/** Without a page, as when nobody has a browser open. */
export async function payByProgram(world: World, code: string): Promise<void> {
  await act(world, 'pay', { code });
}

/** How a payment company answers the service from now on. */
export async function providerIs(world: World, provider: PayProvider, answers: 'here' | 'down'): Promise<void> {
  await act(world, 'faults', { provider, answers });
}

/** The next payments come in as another sum than was asked for. */
export async function amountsAre(world: World, provider: PayProvider, amounts: 'right' | 'wrong'): Promise<void> {
  await act(world, 'faults', { provider, ...(amounts === 'wrong' ? { 'wrong-amount': 'on' } : {}) });
}

async function act(world: World, path: string, body: Record<string, string>): Promise<void> {
  const reply = await fetch(new URL(`wallet/${path}`, world.sandbox.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(reply.status, `wallet/${path}`).toBe(200);
}
