import { openChannel } from '../../support/apply/open-channel.ts';
import { cancelInDialog, enterQuery } from '../../support/apply/order-query.ts';
import { newPerson } from '../../support/apply/people.ts';
import { bothCodesShown, isPaid } from '../../support/pay/pay-page.ts';
import { comeToPay } from '../../support/pay/signed-order.ts';
import { codeToPay, payByProgram } from '../../support/pay/wallet.ts';
import { usableByEverybody } from '../../support/usable-by-everybody.ts';
import { expect, test } from '../../support/world-test.ts';

/** Axe takes its time. */
test.describe.configure({ timeout: 240_000 });

test('an e-invoice is downloaded and sent again; after the refund the red one is there beside it', async ({
  world,
  desk,
}) => {
  const person = newPerson('张示例');
  const panel = await openChannel(desk, '商丘市公共资源交易中心');
  const number = await comeToPay(panel, { person, world });
  await bothCodesShown(panel);
  await payByProgram(world, await codeToPay(world, number, 'wechat'));
  await isPaid(panel);

  /** What the button opens is a paper, and a whole one. */
  const opens = async (button: string) => {
    await panel.getByRole('button', { name: button, exact: true }).first().click();
    const link = panel.getByRole('link', { name: '没有打开，点这里' });
    await expect(link).toBeVisible();
    const paper = await fetch((await link.getAttribute('href')) ?? '');
    expect(paper.headers.get('content-type')).toMatch(/^application\/pdf/);
    expect((await paper.text()).startsWith('%PDF-')).toBe(true);
  };

  await test.step('on the page that says that it is paid', async () => {
    await expect(panel.getByRole('button', { name: '下载发票' })).toBeVisible({ timeout: 60_000 });
    await opens('下载发票');
    await panel.getByRole('button', { name: '再发一次到邮箱' }).click();
    await expect(panel.getByText(/^已发到 o\S+@example\.cn/)).toBeVisible();
    await usableByEverybody(panel);
  });

  await test.step('in my orders, and in the details', async () => {
    await panel.getByRole('button', { name: '回首页' }).click();
    await panel.getByRole('button', { name: /^订单查询/ }).click();
    await enterQuery(panel, person, world);
    await opens('发票');
    await panel.getByRole('button', { name: '订单详情' }).click();
    await opens('下载发票');
  });

  await test.step('cancelled, it is reversed by a red one', async () => {
    await panel.getByRole('button', { name: '取消申请' }).click();
    await cancelInDialog(panel);
    await expect(panel.getByText('200.00 元，已退回')).toBeVisible({ timeout: 60_000 });
    await expect(panel.getByRole('button', { name: '下载红字发票' })).toBeVisible({ timeout: 60_000 });
    await opens('下载红字发票');
    await usableByEverybody(panel);
  });
});
