import {
  atStep,
  begin,
  confirm,
  endForm,
  fillPage,
  orderNumber,
  sign,
  submit,
  uploadAll,
} from '../../support/apply/application.ts';
import { chosen, fieldOf, fillFields } from '../../support/apply/fill-fields.ts';
import { address, operatorByPhone, unitByPhone } from '../../support/apply/form-pages.ts';
import { openChannel } from '../../support/apply/open-channel.ts';
import { cancelInDialog, enterQuery } from '../../support/apply/order-query.ts';
import { newPerson } from '../../support/apply/people.ts';
import { openDesk } from '../../support/open-desk.ts';
import { openPhones } from '../../support/read-code.ts';
import { usableByEverybody } from '../../support/usable-by-everybody.ts';
import { expect, test } from '../../support/world-test.ts';

const SHANGQIU = '商丘市公共资源交易中心';

test.slow();

test('a second application is refused, names the first, and leads to it: it goes on at another computer', async ({
  world,
  desk,
}) => {
  const operator = newPerson();
  const here = await openChannel(desk, SHANGQIU);
  await begin(here, '新办单位证书');
  await fillPage(here, unitByPhone(newPerson('王示例')), '产品与发票');
  await fillPage(here, [chosen('电子印章', '不要印章')], '经办人');
  await fillPage(here, operatorByPhone(operator), '邮寄与提交');
  await fillFields(here, address);
  await endForm(here);
  const number = await orderNumber(here);

  const other = await openDesk(world);
  const there = await openChannel(other, SHANGQIU);
  await begin(there, '新办单位证书');
  await fillPage(there, unitByPhone(newPerson('王示例')), '产品与发票');
  await fillPage(there, [chosen('电子印章', '单位公章')], '经办人');
  await fillFields(there, operatorByPhone(operator));
  await there.getByRole('button', { name: '下一步：邮寄与提交' }).click();
  await expect(there.getByText(`这个证件号已有一张没办完的订单（${number}）。`)).toBeVisible();
  await expect(fieldOf(there, '证件号码'), 'nothing is lost').toHaveValue(operator.idNumber);
  await usableByEverybody(there);
  await there.getByRole('button', { name: '继续那一张' }).click();

  await enterQuery(there, operator, world);
  await expect(there.getByRole('heading', { name: number })).toBeVisible();
  await there.getByRole('button', { name: '继续办理' }).click();
  await atStep(there, '确认申请');
  await confirm(there, '上传材料');
  await uploadAll(there);
  await submit(there);
  await sign(there, { phones: await openPhones(world.sandbox.url), number: operator.mobile });
  await atStep(there, '付款');
  await other.leave();

  await test.step('where it was begun it says what has become of it, and confirms nothing a second time', async () => {
    await here.getByRole('button', { name: '确认无误' }).click();
    await expect(here.getByText('订单刚刚在别处有改动。')).toBeVisible();
    await atStep(here, '付款');
  });
});

test('an application is cancelled from its own step, and another one from the order query', async ({ world, desk }) => {
  const operator = newPerson();
  const panel = await openChannel(desk, SHANGQIU);

  const first = await test.step('from its step: what goes with it is said before', async () => {
    await begin(panel, '新办单位证书');
    await fillPage(panel, unitByPhone(newPerson('王示例')), '产品与发票');
    const number = await orderNumber(panel);
    await fillPage(panel, [chosen('电子印章', '不要印章')], '经办人');
    await fillPage(panel, operatorByPhone(operator), '邮寄与提交');
    await panel.getByRole('button', { name: '取消这笔申请' }).click();
    await panel.getByRole('button', { name: '继续保留' }).click();
    await atStep(panel, '邮寄与提交');
    await panel.getByRole('button', { name: '取消这笔申请' }).click();
    await expect(panel.getByRole('dialog')).toContainText('还没有付款，不产生费用');
    await cancelInDialog(panel);
    await expect(panel.getByText('这笔申请已经取消')).toBeVisible();
    return number;
  });

  await test.step('the person may begin again at once, and cancels from the query', async () => {
    await panel.getByRole('button', { name: '回首页' }).click();
    await begin(panel, '新办单位证书');
    await fillPage(panel, unitByPhone(newPerson('王示例')), '产品与发票');
    await fillPage(panel, [chosen('电子印章', '不要印章')], '经办人');
    await fillPage(panel, operatorByPhone(operator), '邮寄与提交');
    const second = await orderNumber(panel);
    await panel.getByRole('button', { name: '先放一放' }).click();
    await panel.getByRole('button', { name: /^订单查询/ }).click();
    await enterQuery(panel, operator, world);
    const order = (of: string) => panel.getByRole('article').filter({ hasText: of });
    await expect(order(first)).toContainText('已取消');
    await order(second).getByRole('button', { name: '取消申请' }).click();
    await cancelInDialog(panel);
    await expect(panel.getByText('已取消').first()).toBeVisible();
    await panel.getByRole('button', { name: '返回' }).click();
    await expect(order(second)).toContainText('已取消');
    await expect(panel.getByText('没有未完成的订单。')).toBeVisible();
  });
});
