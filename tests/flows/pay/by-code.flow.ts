import { newPerson } from '../../support/apply/people.ts';
import { bothCodesShown, codeCard, isPaid } from '../../support/pay/pay-page.ts';
import { comeToPay } from '../../support/pay/signed-order.ts';
import {
  amountsAre,
  codeToPay,
  openWallet,
  payInWallet,
  providerIs,
  putAway,
  tradesOf,
} from '../../support/pay/wallet.ts';
import { expect, test } from '../../support/world-test.ts';

test.slow();

test('Alipay: both codes side by side; the first phone declines, the second pays, the panel turns over by itself', async ({
  world,
  desk,
}) => {
  const lines: string[] = [];
  desk.context.on('response', (reply) => {
    if (reply.request().method() === 'GET' && new URL(reply.url()).pathname.endsWith('/changes')) {
      lines.push(reply.headers()['content-type'] ?? '');
    }
  });
  const panel = await desk.openPanel(await desk.openPortal('shangqiu'));
  const number = await comeToPay(panel, { person: newPerson('张示例'), world });
  await bothCodesShown(panel);
  await expect(codeCard(panel, 'alipay')).toContainText('200.00');
  await expect.poll(() => lines, { message: 'the service says by itself when it is paid' }).not.toEqual([]);
  expect(lines[0]).toMatch(/^text\/event-stream/);
  const code = await codeToPay(world, number, 'alipay');

  await test.step('declined: nothing changes, and the code is still good', async () => {
    const phone = await openWallet(desk.context, world, code);
    await putAway(phone, '不付了');
    await panel.getByRole('button', { name: '已付款，查询结果' }).click();
    await expect(panel.getByText('还没有收到这笔付款')).toBeVisible();
    await expect(codeCard(panel, 'alipay').getByText('等待付款')).toBeVisible();
  });

  const phone = await openWallet(desk.context, world, code);
  await payInWallet(phone);
  await isPaid(panel);
  await expect(panel.getByText('已收到 200.00 元')).toBeVisible();
  await expect(panel.getByText(/建议用个人邮箱收/)).toBeVisible();
  await expect(panel.getByText(/^支付宝，/)).toBeVisible();
  await expect
    .poll(async () => (await tradesOf(world, number)).filter(({ state }) => state === 'waiting').length, {
      message: 'the other code can be paid no more',
    })
    .toBe(0);
});

test('WeChat Pay: while it is away the other way goes on; tried again, it is paid', async ({ world, desk }) => {
  await providerIs(world, 'wechat', 'down');
  const panel = await desk.openPanel(await desk.openPortal('shangqiu'));
  const number = await comeToPay(panel, { person: newPerson('张示例'), world });
  const wechat = codeCard(panel, 'wechat');
  await expect(codeCard(panel, 'alipay').getByText('等待付款')).toBeVisible();
  await expect(wechat.getByText('暂时不能用')).toBeVisible();
  await expect(wechat).toContainText('支付平台暂时没有回应');
  await providerIs(world, 'wechat', 'here');
  await wechat.getByRole('button', { name: '重试' }).click();
  await bothCodesShown(panel);
  await payInWallet(await openWallet(desk.context, world, await codeToPay(world, number, 'wechat')));
  await isPaid(panel);
  await expect(panel.getByText(/^微信支付，/)).toBeVisible();
});

test('a code that is over is renewed by one click, and the new one is paid', async ({ world, desk }) => {
  const panel = await desk.openPanel(await desk.openPortal('shangqiu'));
  const number = await comeToPay(panel, { person: newPerson('张示例'), world });
  await bothCodesShown(panel);
  const first = await codeToPay(world, number, 'alipay');
  const late = await openWallet(desk.context, world, first);
  await putAway(late, '让它过期');
  const card = codeCard(panel, 'alipay');
  // The service looks by itself, and at once when somebody asks.
  await panel.getByRole('button', { name: '已付款，查询结果' }).click();
  await expect(card.getByText('二维码已过期')).toBeVisible();
  await expect(codeCard(panel, 'wechat').getByText('等待付款')).toBeVisible();
  await card.getByRole('button', { name: '换一个新码' }).click();
  await expect(card.getByText('等待付款')).toBeVisible();
  const second = await codeToPay(world, number, 'alipay');
  expect(second).not.toBe(first);
  await payInWallet(await openWallet(desk.context, world, second));
  await isPaid(panel);
});

test('another sum than was asked for goes back, and is said so; the order is still to be paid, and is', async ({
  world,
  desk,
}) => {
  const panel = await desk.openPanel(await desk.openPortal('shangqiu'));
  const number = await comeToPay(panel, { person: newPerson('张示例'), world });
  await bothCodesShown(panel);
  await amountsAre(world, 'alipay', 'wrong');
  await payInWallet(await openWallet(desk.context, world, await codeToPay(world, number, 'alipay')));
  await expect(panel.getByText('有一笔款退回给您')).toBeVisible();
  await expect(panel.getByText(/^付的金额和应付金额不一样/)).toBeVisible();
  await expect(panel.getByText(/ 元，已退回$/)).toBeVisible();
  await amountsAre(world, 'alipay', 'right');
  await codeCard(panel, 'alipay').getByRole('button', { name: '换一个新码' }).click();
  await payInWallet(await openWallet(desk.context, world, await codeToPay(world, number, 'alipay')));
  await isPaid(panel);
});
