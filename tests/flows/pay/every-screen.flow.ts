import { Keyboard } from '../../support/apply/keyboard.ts';
import { openChannel } from '../../support/apply/open-channel.ts';
import { cancelInDialog } from '../../support/apply/order-query.ts';
import { newPerson } from '../../support/apply/people.ts';
import { hasNoBarrier } from '../../support/no-barrier.ts';
import { bothCodesShown, codeCard, isPaid } from '../../support/pay/pay-page.ts';
import { comeToPay } from '../../support/pay/signed-order.ts';
import { codeToPay, openWallet, payByProgram, providerIs, putAway } from '../../support/pay/wallet.ts';
import { usableByEverybody } from '../../support/usable-by-everybody.ts';
import { expect, test } from '../../support/world-test.ts';

const SHANGQIU = '商丘市公共资源交易中心';

/** Axe takes its time on every one of the screens, twice. */
test.describe.configure({ timeout: 240_000 });

test('every screen of paying can be used by everybody, in both languages, down to 320 px', async ({ world, desk }) => {
  await providerIs(world, 'wechat', 'down');
  const panel = await openChannel(desk, SHANGQIU);
  const number = await comeToPay(panel, { person: newPerson('张示例'), world });
  await expect(codeCard(panel, 'wechat').getByText('暂时不能用')).toBeVisible();
  await usableByEverybody(panel);
  await providerIs(world, 'wechat', 'here');
  await codeCard(panel, 'wechat').getByRole('button', { name: '重试' }).click();
  await bothCodesShown(panel);
  await panel.getByRole('button', { name: '已付款，查询结果' }).click();
  await expect(panel.getByText('还没有收到这笔付款')).toBeVisible();
  await usableByEverybody(panel);
  for (const width of [420, 320]) {
    await panel.setViewportSize({ width, height: 800 });
    expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  const first = await codeCard(panel, 'alipay').boundingBox();
  const second = await codeCard(panel, 'wechat').boundingBox();
  expect(second?.y, 'one below the other where it is narrow').toBeGreaterThan(first?.y ?? 0);
  await payByProgram(world, await codeToPay(world, number, 'wechat'));
  await isPaid(panel);
  await usableByEverybody(panel);
  await panel.getByRole('button', { name: '取消这笔申请' }).click();
  await hasNoBarrier(panel);
  await cancelInDialog(panel);
  await expect(panel.getByText('有一笔款退回给您')).toBeVisible();
  await usableByEverybody(panel);
});

test('with the keyboard alone: ask for the result, renew a code, and land on the title of what comes', async ({
  world,
  desk,
}) => {
  const panel = await openChannel(desk, SHANGQIU);
  const keys = new Keyboard(panel);
  const number = await comeToPay(panel, { person: newPerson('张示例'), world });
  await keys.isAt('付款');
  await bothCodesShown(panel);
  const phone = await openWallet(desk.context, world, await codeToPay(world, number, 'alipay'));
  await putAway(phone, '让它过期');
  await keys.press(/^已付款，查询结果/);
  await expect(codeCard(panel, 'alipay').getByText('二维码已过期')).toBeVisible();
  await panel.getByRole('heading', { level: 1 }).focus();
  await keys.press(/^换一个新码/);
  await bothCodesShown(panel);
  await expect(panel.locator('.pay-code').first(), 'the button is gone, the focus is not').toBeFocused();
  await payByProgram(world, await codeToPay(world, number, 'alipay'));
  await keys.isAt('付款成功');
});
