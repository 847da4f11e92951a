import { answerCaptcha } from '../../support/apply/answer-captcha.ts';
import {
  atStep,
  authorise,
  begin,
  confirm,
  endForm,
  fillPage,
  slotOf,
  submit,
  uploadAll,
} from '../../support/apply/application.ts';
import { fieldOf, fillFields } from '../../support/apply/fill-fields.ts';
import { operatorByCard, unitByCard, unitByTransfer } from '../../support/apply/form-pages.ts';
import { openChannel } from '../../support/apply/open-channel.ts';
import { askForOrders, enterQuery } from '../../support/apply/order-query.ts';
import { newPerson } from '../../support/apply/people.ts';
import { tooLargePicture } from '../../support/apply/pictures.ts';
import { hasNoBarrier } from '../../support/no-barrier.ts';
import { openPhones } from '../../support/read-code.ts';
import { usableByEverybody } from '../../support/usable-by-everybody.ts';
import { expect, test } from '../../support/world-test.ts';

/** Axe takes its time on every one of the screens, twice. */
test.describe.configure({ timeout: 360_000 });

test('a hosted certificate, from its form through the authorisation code to the review, every screen usable by everybody', async ({
  world,
  desk,
}) => {
  const phones = await openPhones(world.sandbox.url);
  const legal = newPerson('王示例');
  const administrator = newPerson();
  const panel = await openChannel(desk, 'SGCA 单位移动证书');
  await begin(panel, '新办单位证书');

  await test.step('the form, empty, with faults, and filled in', async () => {
    await fillFields(panel, unitByTransfer(legal));
    await usableByEverybody(panel);
    await fieldOf(panel, '法定代表人证件号码').fill('110105194912310021');
    await fieldOf(panel, '法定代表人证件号码').blur();
    await expect(fieldOf(panel, '法定代表人证件号码')).toHaveAttribute('aria-invalid', 'true');
    await usableByEverybody(panel);
    await fillPage(panel, unitByCard(legal), '产品与发票');
    await usableByEverybody(panel);
    await fillPage(panel, [], '证书及印章管理员');
    await fillFields(panel, operatorByCard(administrator));
    await usableByEverybody(panel);
    await fillPage(panel, [], '核对与提交');
    await usableByEverybody(panel);
  });

  await test.step('the agreement that opens over it', async () => {
    await panel.getByRole('link', { name: '《证书服务协议》' }).click();
    await atStep(panel, '《证书服务协议》');
    await usableByEverybody(panel);
    await panel.getByRole('button', { name: '返回' }).click();
  });

  await test.step('the dialog of cancelling', async () => {
    await panel.getByRole('button', { name: '取消这笔申请' }).click();
    await hasNoBarrier(panel);
    await panel.keyboard.press('Escape');
  });

  await endForm(panel);
  await usableByEverybody(panel);
  await confirm(panel, '填授权码');
  await usableByEverybody(panel);
  await authorise(panel, await phones.readCode(legal.mobile));

  await test.step('the materials, with the code for the phone', async () => {
    await slotOf(panel, '营业执照').getByRole('button', { name: '用手机拍' }).click();
    await expect(panel.getByRole('img', { name: '用手机拍：营业执照' })).toBeVisible();
    await usableByEverybody(panel);
    await panel.getByRole('button', { name: '改用文件上传' }).click();
    await fieldOf(panel, '选文件：营业执照').setInputFiles(await tooLargePicture('licence'));
    await expect(slotOf(panel, '营业执照')).toContainText('没有上传');
    await usableByEverybody(panel);
    await slotOf(panel, '营业执照').getByRole('button', { name: '自动压缩' }).click();
    await expect(slotOf(panel, '营业执照')).toContainText('已上传');
    await uploadAll(panel);
    await usableByEverybody(panel);
  });

  await submit(panel);
  await panel.getByRole('button', { name: '发送签署验证码' }).click();
  await expect(fieldOf(panel, '签署验证码')).toBeVisible();
  await usableByEverybody(panel);
  await fieldOf(panel, '签署验证码').fill(await phones.readCode(administrator.mobile));

  await test.step('nothing is to be paid: it is in review at once', async () => {
    await expect(panel.getByText('已签署，进入审核')).toBeVisible();
    await expect(panel.getByText('付款', { exact: true })).toBeHidden();
    await usableByEverybody(panel);
  });

  await test.step('the order query', async () => {
    await panel.getByRole('button', { name: '回首页' }).click();
    await panel.getByRole('button', { name: /^订单查询/ }).click();
    await usableByEverybody(panel);
    await enterQuery(panel, administrator, world);
    await usableByEverybody(panel);
    await panel.getByRole('button', { name: '订单详情' }).click();
    await expect(panel.getByText('审核材料')).toBeVisible();
    await usableByEverybody(panel);
    await panel.getByRole('button', { name: '返回' }).click();
    await panel.getByRole('button', { name: '换人查询' }).click();
  });

  await test.step('of somebody who has no order it tells nothing', async () => {
    await askForOrders(panel, newPerson().idNumber);
    await expect(panel.getByText(/^如果这个证件号有订单/).first()).toBeVisible();
    await expect(fieldOf(panel, '短信验证码')).toBeVisible();
    await usableByEverybody(panel);
    await panel.getByRole('button', { name: '改证件号码' }).click();
    await answerCaptcha(panel);
  });
});

test('an application that was put down, on the home screen', async ({ desk }) => {
  const panel = await openChannel(desk, '商丘市公共资源交易中心');
  await begin(panel, '新办单位证书');
  await fillPage(panel, unitByTransfer(newPerson('王示例')), '产品与发票');
  await usableByEverybody(panel);
  await panel.getByRole('button', { name: '先放一放' }).click();
  await expect(panel.getByText('有一张没填完的申请：新办单位证书')).toBeVisible();
  await usableByEverybody(panel);
});
