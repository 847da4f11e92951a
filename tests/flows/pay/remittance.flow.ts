import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { slotOf } from '../../support/apply/application.ts';
import { fieldOf } from '../../support/apply/fill-fields.ts';
import { openChannel } from '../../support/apply/open-channel.ts';
import { newPerson } from '../../support/apply/people.ts';
import { pictureOf } from '../../support/apply/pictures.ts';
import { finance, remittanceOf } from '../../support/pay/finance.ts';
import { bothCodesShown, isPaid } from '../../support/pay/pay-page.ts';
import { comeToPayAtOffice } from '../../support/pay/signed-order.ts';
import { usableByEverybody } from '../../support/usable-by-everybody.ts';
import { expect, test } from '../../support/world-test.ts';

/** Axe takes its time. */
test.describe.configure({ timeout: 240_000 });

test('by bank: account, voucher, handed in; not found and corrected; confirmed by finance, the panel turns over', async ({
  world,
  desk,
}) => {
  const panel = await openChannel(desk, '北京市城市管理综合行政执法局');
  const number = await comeToPayAtOffice(panel, { person: newPerson('赵示例'), world });
  await bothCodesShown(panel);
  const handIn = panel.getByRole('button', { name: '提交汇款信息' });

  await test.step('each kind of transfer has its own account, and the order number as remark', async () => {
    await panel.getByRole('radio', { name: '银行转账' }).check();
    const account = panel.getByRole('region', { name: '收款账户' });
    await expect(account).toContainText(number);
    await expect(account).toContainText('60.00');
    const forAll = await account.innerText();
    await panel.getByRole('radio', { name: '财政统一支付' }).check();
    expect(await account.innerText()).not.toBe(forAll);
    await account.getByRole('button', { name: '复制 账号' }).click();
    await expect(account.getByText('已复制账号')).toBeVisible();
    await usableByEverybody(panel);
  });

  await test.step('without the voucher it is not handed in', async () => {
    await expect(handIn).toHaveAttribute('aria-disabled', 'true');
    await expect(panel.getByText('还缺汇款凭证，传好就能提交。')).toBeVisible();
    await slotOf(panel, '银行汇款凭证')
      .getByLabel('选文件：银行汇款凭证')
      .setInputFiles(await pictureOf('voucher'));
    await expect(slotOf(panel, '银行汇款凭证')).toContainText('已上传');
    await fieldOf(panel, '付款户名').fill('示例街道办事处');
    await handIn.click();
    await expect(panel.getByText('汇款信息已提交，等财务核对')).toBeVisible();
    await usableByEverybody(panel);
  });

  await test.step('finance has not found it: the reason is told, and it is handed in once more', async () => {
    await finance(world, 'refuse', await remittanceOf(world, number), '--reason', '账户没有收到这笔款，请核对账号。');
    await expect(panel.getByText('财务没有找到这笔汇款')).toBeVisible();
    await expect(panel.getByText('账户没有收到这笔款，请核对账号。')).toBeVisible();
    await usableByEverybody(panel);
    await handIn.click();
    await expect(panel.getByText('汇款信息已提交，等财务核对')).toBeVisible();
  });

  await test.step('finance confirms it', async () => {
    const today = chinaDate(new Date());
    const about = ['--reference', 'BANK0001', '--amount', '60.00', '--received', today];
    await finance(world, 'confirm', await remittanceOf(world, number), ...about);
    await isPaid(panel);
    await expect(panel.getByText(/^银行转账，/)).toBeVisible();
  });
});
