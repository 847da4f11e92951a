import { atStep, begin, fillPage, orderNumber } from '../../support/apply/application.ts';
import { chosen, fieldOf, fillFields, typed } from '../../support/apply/fill-fields.ts';
import { operatorByPhone, unitByTransfer } from '../../support/apply/form-pages.ts';
import { keptDraft } from '../../support/apply/kept-draft.ts';
import { openChannel } from '../../support/apply/open-channel.ts';
import { newAccount, newPerson, SAMPLE_UNIT } from '../../support/apply/people.ts';
import { openDesk } from '../../support/open-desk.ts';
import { speak } from '../../support/speak.ts';
import { expect, test } from '../../support/world-test.ts';

const SHANGQIU = '商丘市公共资源交易中心';

test.slow();

test('the language changes in the middle of the form, and nothing in it does', async ({ desk }) => {
  const legal = newPerson('王示例');
  const account = newAccount();
  const panel = await openChannel(desk, SHANGQIU);
  await begin(panel, '新办单位证书');
  await fillFields(panel, [...unitByTransfer(legal, account), typed('法定代表人手机', '1380013800')]);
  await fieldOf(panel, '法定代表人手机').blur();
  await expect(panel.getByText('手机号是 11 位。')).toBeVisible();

  await speak(panel, 'en');
  await atStep(panel, 'Unit');
  await expect(panel.getByText('手机号是 11 位。'), 'the fault is said in the other language').toBeHidden();
  const values = () =>
    panel
      .locator('input:not([type=radio]), select')
      .evaluateAll((fields) => fields.map((field) => 'value' in field && field.value));
  const inEnglish = await values();
  for (const value of [SAMPLE_UNIT.name, SAMPLE_UNIT.creditCode, account, '中国工商银行', '1380013800', '411400']) {
    expect(inEnglish).toContain(value);
  }
  await speak(panel, 'zh-CN');
  expect(await values()).toEqual(inEnglish);
  await expect(panel.getByRole('radio', { name: /^对公账户/ })).toBeChecked();
  await expect(panel.getByText('手机号是 11 位。')).toBeVisible();
});

test('a browser that is closed in the middle of the form loses nothing of it', async ({ world, desk }) => {
  const operator = newPerson();
  const panel = await openChannel(desk, SHANGQIU);
  await begin(panel, '新办单位证书');
  await fillFields(panel, [typed('单位名称', SAMPLE_UNIT.name), typed('统一社会信用代码', SAMPLE_UNIT.creditCode)]);
  await panel.getByRole('button', { name: '先放一放' }).click();
  await expect(panel.getByText('有一张没填完的申请：新办单位证书')).toBeVisible();
  await desk.context.close();

  const second = await openDesk(world, { userDataDir: desk.userDataDir });
  const number = await test.step('before there is an order: from what this computer kept', async () => {
    const again = await second.openPanelTab();
    await again.getByRole('button', { name: '继续', exact: true }).click();
    await atStep(again, '单位信息');
    await expect(fieldOf(again, '单位名称')).toHaveValue(SAMPLE_UNIT.name);
    await expect(fieldOf(again, '统一社会信用代码')).toHaveValue(SAMPLE_UNIT.creditCode);
    await fillPage(again, unitByTransfer(newPerson('王示例')), '产品与发票');
    await fillPage(again, [chosen('电子印章', '不要印章')], '经办人');
    await expect(again.getByText(/^已保存，/)).toBeVisible();
    const known = await orderNumber(again);
    await fillFields(again, operatorByPhone(operator));
    await expect.poll(() => keptDraft(again)).toContain('operator@example.cn');
    await again.close();
    return known;
  });

  await test.step('of an order: what the service has, and what was typed after', async () => {
    const again = await second.openPanelTab();
    await expect(again.getByText(`订单号 ${number}`)).toBeVisible();
    await again.getByRole('button', { name: '继续', exact: true }).click();
    await atStep(again, '经办人');
    await expect(fieldOf(again, '证件号码')).toHaveValue(operator.idNumber);
    await expect(fieldOf(again, '电子邮箱')).toHaveValue('operator@example.cn');
    await fillPage(again, [], '邮寄与提交');
  });
  await second.leave();
});
