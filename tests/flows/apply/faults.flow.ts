import { begin, fillPage } from '../../support/apply/application.ts';
import { chosen, fieldOf, fillFields, found, placed, typed } from '../../support/apply/fill-fields.ts';
import { address, operatorByPhone, unitByPhone } from '../../support/apply/form-pages.ts';
import { openChannel } from '../../support/apply/open-channel.ts';
import { newAccount, newPerson, SAMPLE_UNIT } from '../../support/apply/people.ts';
import { expect, test } from '../../support/world-test.ts';

/** What people write, and what they then read below the field. */
const UNIT_FAULTS = [
  ['单位名称', '示', '单位名称太短。'],
  ['统一社会信用代码', '91110000600037341', '统一社会信用代码是 18 位。'],
  ['统一社会信用代码', '91110000600037342L', '和它的最后一位校验码对不上。'],
  ['单位电话', '65858585', '座机前面还差区号。'],
  ['法定代表人姓名', '王', '姓名至少两个字。'],
  ['法定代表人手机', '1380013800', '手机号是 11 位。'],
  ['法定代表人手机', '+85291234567', '这是境外的手机号'],
  ['法定代表人证件号码', '110105194912310021', '和它的最后一位校验码对不上。'],
] as const;

const OPERATOR_FAULTS = [
  ['电子邮箱', 'operator.example.cn', '邮箱由 @ 分成前后两段。'],
  ['证件号码', '110105199913310029', '填的不是一个真实的日期。'],
] as const;

test.slow();

test('what is wrong is said at its field, at once; nothing that was typed is lost, and a button mends what it can', async ({
  desk,
}) => {
  const panel = await openChannel(desk, '商丘市公共资源交易中心');
  await begin(panel, '新办单位证书');

  await test.step('an empty page: every field says so, and the focus goes to the first', async () => {
    await panel.getByRole('button', { name: '下一步：产品与发票' }).click();
    await expect(panel.getByText('这一项还没有填。请填写。').first()).toBeVisible();
    await expect(panel.getByRole('radio', { name: /^手机号/ })).toBeFocused();
    await expect(fieldOf(panel, '单位名称')).toHaveAttribute('aria-invalid', 'true');
  });

  const legal = newPerson('王示例');
  await fillFields(panel, unitByPhone(legal));
  for (const [label, text, said] of UNIT_FAULTS) await seesFault(label, text, said);

  async function seesFault(label: string, text: string, said: string): Promise<void> {
    const field = fieldOf(panel, label);
    const before = await field.inputValue();
    await field.fill(text);
    await field.blur();
    await expect(field).toHaveAccessibleDescription(new RegExp(said));
    await expect(field).toHaveValue(text);
    await field.fill(before);
    await expect(field).toHaveAttribute('aria-invalid', 'false');
  }

  await test.step('a letter for a digit is put right by its button', async () => {
    const code = fieldOf(panel, '统一社会信用代码');
    await code.fill(SAMPLE_UNIT.creditCode.replaceAll('0', 'O'));
    await code.blur();
    await panel.getByRole('button', { name: `改为 ${SAMPLE_UNIT.creditCode}` }).click();
    await expect(code).toHaveValue(SAMPLE_UNIT.creditCode);
    await expect(code).toHaveAttribute('aria-invalid', 'false');
  });

  await test.step('three elements that differ: the account of the unit is proposed, and taken', async () => {
    await fillFields(panel, [typed('法定代表人姓名', '王不符')]);
    await panel.getByRole('button', { name: '下一步：产品与发票' }).click();
    await expect(panel.getByText('姓名、证件号和手机号（或银行卡）对不上。')).toBeVisible();
    await expect(fieldOf(panel, '法定代表人证件号码'), 'nothing is lost').toHaveValue(legal.idNumber);
    await fillFields(panel, [typed('法定代表人姓名', '王不对')]);
    await expect(panel.getByText('姓名、证件号和手机号（或银行卡）对不上。'), 'corrected, it goes').toBeHidden();
    await fillFields(panel, [typed('法定代表人姓名', '王不符')]);
    await panel.getByRole('button', { name: '下一步：产品与发票' }).click();
    await panel.getByRole('button', { name: '改用对公账户核验' }).click();
    await expect(fieldOf(panel, '单位银行账号')).toBeFocused();
    await expect(fieldOf(panel, '户名')).toHaveValue(SAMPLE_UNIT.name);
    await fillPage(
      panel,
      [
        typed('单位银行账号', newAccount()),
        found('开户银行', '工行', '中国工商银行'),
        placed('开户行所在地', { province: '河南省', city: '商丘市' }),
      ],
      '产品与发票',
    );
  });

  await test.step('on the last page a wrong sum, and no consent, are said in their places', async () => {
    await fillPage(panel, [chosen('电子印章', '不要印章')], '经办人');
    await fillFields(panel, operatorByPhone(newPerson()));
    for (const [label, text, said] of OPERATOR_FAULTS) await seesFault(label, text, said);
    await fillPage(panel, [], '邮寄与提交');
    await fillFields(panel, address);
    await seesFault('详细地址', '12345678', '地址里只有数字。');
    const last = panel.getByRole('button', { name: '填好了，去确认' });
    await fillFields(panel, [typed('算一道题', '99')]);
    await last.click();
    await expect(panel.getByText('请看过协议后勾选。')).toBeVisible();
    await panel.getByRole('checkbox').check();
    await last.click();
    await expect(fieldOf(panel, '算一道题')).toHaveAccessibleDescription(/^验证码算得不对。/);
    await expect(fieldOf(panel, '详细地址')).not.toHaveValue('');
  });
});
