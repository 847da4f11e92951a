import { answerOf } from '../../support/apply/answer-captcha.ts';
import { Keyboard } from '../../support/apply/keyboard.ts';
import { openChannel } from '../../support/apply/open-channel.ts';
import { newAccount, newPerson, SAMPLE_UNIT } from '../../support/apply/people.ts';
import { readRemark } from '../../support/apply/read-remark.ts';
import { expect, test } from '../../support/world-test.ts';

test.slow();

test('the whole form of a unit, up to its confirmation and the authorisation code, without a mouse', async ({
  world,
  desk,
}) => {
  const legal = newPerson('王示例');
  const operator = newPerson();
  const account = newAccount();
  const panel = await openChannel(desk, '商丘市公共资源交易中心');
  const keys = new Keyboard(panel);
  await panel.locator('body').focus();
  await keys.press(/^新办单位证书/);
  await expect(panel.getByRole('heading', { name: '新办单位证书' })).toBeFocused();
  await keys.press(/^开始办理/);

  await test.step('the unit', async () => {
    await keys.isAt('单位信息');
    await keys.choose(/^手机号/, 2);
    await keys.type(/^单位名称/, SAMPLE_UNIT.name);
    await keys.type(/^统一社会信用代码/, SAMPLE_UNIT.creditCode);
    await keys.type(/^单位电话/, SAMPLE_UNIT.phone);
    await keys.type(/^法定代表人姓名/, legal.name);
    await keys.type(/^法定代表人手机/, legal.mobile);
    await keys.type(/^法定代表人证件号码/, legal.idNumber);
    await keys.type(/^单位银行账号/, account);
    await keys.type(/^开户银行/, '工行');
    await expect(panel.getByRole('listbox').getByRole('option').first()).toHaveText('中国工商银行');
    await panel.keyboard.press('Enter');
    await keys.select(/^省份/, 1);
    await keys.press(/^下一步/);
  });

  await test.step('product and operator', async () => {
    await keys.isAt('产品与发票');
    await keys.choose(/^不要印章/, 0);
    await keys.press(/^下一步/);
    await keys.isAt('经办人');
    await keys.choose(/^手机号/, 0);
    await keys.type(/^姓名/, operator.name);
    await keys.type(/^手机号码/, operator.mobile);
    await keys.type(/^证件号码/, operator.idNumber);
    await keys.type(/^电子邮箱/, 'operator@example.cn');
    await keys.press(/^下一步/);
  });

  await test.step('posting, the sum, the agreement and the consent', async () => {
    await keys.isAt('邮寄与提交');
    await keys.select(/^省份/, 1);
    await keys.type(/^详细地址/, '示例路 1 号 2 单元 301');
    await keys.press(/^看不清/);
    const sum = panel.getByText(/等于几/);
    await expect(sum).toBeVisible();
    await expect(panel.getByLabel('算一道题')).toBeFocused();
    await panel.keyboard.type(answerOf(await sum.innerText()));
    await keys.press(/^《隐私政策》/);
    await keys.isAt('《隐私政策》');
    await keys.press(/^返回/);
    await expect(panel.getByRole('link', { name: '《隐私政策》' }), 'back where it was opened').toBeFocused();
    await panel.keyboard.press('Shift+Tab');
    await panel.keyboard.press('Shift+Tab');
    await panel.keyboard.press('Space');
    await expect(panel.getByRole('checkbox')).toBeChecked();
    await keys.press(/^填好了/);
  });

  await test.step('the confirmation and the code', async () => {
    await keys.isAt('确认申请');
    await keys.press(/^确认无误/);
    await keys.isAt('填授权码');
    await keys.type(/^6 位授权码/, await readRemark(world.sandbox.url, account));
    await keys.isAt('上传材料');
  });
});
