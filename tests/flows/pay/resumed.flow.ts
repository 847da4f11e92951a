import { atStep } from '../../support/apply/application.ts';
import { openChannel } from '../../support/apply/open-channel.ts';
import { cancelInDialog, enterQuery } from '../../support/apply/order-query.ts';
import { newPerson } from '../../support/apply/people.ts';
import { openDesk } from '../../support/open-desk.ts';
import { bothCodesShown, isPaid } from '../../support/pay/pay-page.ts';
import { comeToPay } from '../../support/pay/signed-order.ts';
import { codeToPay, payByProgram, tradesOf } from '../../support/pay/wallet.ts';
import { expect, test } from '../../support/world-test.ts';

const SHANGQIU = '商丘市公共资源交易中心';

test.slow();

test('a browser that is closed while somebody pays finds the order paid', async ({ world, desk }) => {
  const panel = await openChannel(desk, SHANGQIU);
  const number = await comeToPay(panel, { person: newPerson('张示例'), world });
  await bothCodesShown(panel);
  const code = await codeToPay(world, number, 'wechat');
  await desk.context.close();
  await payByProgram(world, code);

  const second = await openDesk(world, { userDataDir: desk.userDataDir });
  const again = await second.openPanelTab();
  await expect(again.getByText('有一张申请等待付款：新办个人证书')).toBeVisible();
  await expect(again.getByText(`订单号 ${number}`)).toBeVisible();
  await again.getByRole('button', { name: '继续', exact: true }).click();
  await isPaid(again);

  await test.step('on its home nothing waits any more', async () => {
    await again.getByRole('button', { name: '回首页' }).click();
    await expect(again.getByText('有一张申请等待付款：新办个人证书')).toBeHidden();
  });
  await second.leave();
});

test('put down before paying, it is found by the order query at another computer, paid, and paid back when cancelled', async ({
  world,
  desk,
}) => {
  const person = newPerson('张示例');
  const here = await openChannel(desk, SHANGQIU);
  const number = await comeToPay(here, { person, world });
  await bothCodesShown(here);
  const code = await codeToPay(world, number, 'alipay');

  const other = await openDesk(world);
  const there = await openChannel(other, SHANGQIU);
  await there.getByRole('button', { name: /^订单查询/ }).click();
  await enterQuery(there, person, world);
  await there.getByRole('button', { name: '去付款' }).click();
  await atStep(there, '付款');
  await bothCodesShown(there);
  expect(await codeToPay(world, number, 'alipay'), 'two computers show the same code').toBe(code);
  await payByProgram(world, code);
  await isPaid(there);
  await isPaid(here);

  await test.step('cancelled: what was paid goes back the way it came', async () => {
    await there.getByRole('button', { name: '取消这笔申请' }).click();
    await expect(there.getByRole('dialog')).toContainText('已付的款原路退回');
    await cancelInDialog(there);
    await expect(there.getByText('有一笔款退回给您')).toBeVisible();
    await expect(there.getByText('200.00 元，已退回')).toBeVisible({ timeout: 60_000 });
    await expect(there.getByText(/^按支付宝原路退回。/)).toBeVisible();
    const refunded = (await tradesOf(world, number)).flatMap(({ refunds }) => refunds.map(({ amount }) => amount));
    expect(refunded).toEqual([20_000]);
  });

  await test.step('the order query says so, too', async () => {
    await there.getByRole('button', { name: '回首页' }).click();
    await there.getByRole('button', { name: /^订单查询/ }).click();
    const order = there.getByRole('article').filter({ hasText: number });
    await expect(order).toContainText('已退款');
    await order.getByRole('button', { name: '订单详情' }).click();
    await expect(there.getByText('200.00 元，已退回')).toBeVisible();
  });
  await other.leave();
});
