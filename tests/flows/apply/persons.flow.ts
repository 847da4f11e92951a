import { atStep, begin, confirm, endForm, fillPage, sign, submit, uploadAll } from '../../support/apply/application.ts';
import { chosen, fillFields, typed } from '../../support/apply/fill-fields.ts';
import { address, operatorByCard, operatorByPhone } from '../../support/apply/form-pages.ts';
import { openChannel } from '../../support/apply/open-channel.ts';
import { newPerson } from '../../support/apply/people.ts';
import { openPhones } from '../../support/read-code.ts';
import { usableByEverybody } from '../../support/usable-by-everybody.ts';
import { expect, test } from '../../support/world-test.ts';

const WORKPLACE = '示例市政工程有限公司';

test.slow();

test('shangqiu: a person, by the phone', async ({ world, desk }) => {
  const person = newPerson('张示例');
  const page = await desk.openPortal('shangqiu');
  const panel = await desk.openPanel(page);
  await begin(panel, '新办个人证书');
  await fillPage(panel, [...operatorByPhone(person), typed('所在单位', WORKPLACE)], '产品与发票');
  await expect(panel.getByText(/^身份核验通过/)).toBeVisible();
  await expect(panel.getByLabel('发票抬头')).toHaveValue(WORKPLACE);
  await fillPage(panel, [chosen('电子印章', '个人印章')], '邮寄与提交');
  await fillFields(panel, address);
  await endForm(panel);
  await confirm(panel, '上传材料');
  await expect(panel.getByText(/^个人印章样表/).first()).toBeVisible();
  await uploadAll(panel);
  await submit(panel);
  await sign(panel, { phones: await openPhones(world.sandbox.url), number: person.mobile });
  await atStep(panel, '付款');
});

test('a government office: by the bank card, into a key already held, so that no address is asked for', async ({
  world,
  desk,
}) => {
  const person = newPerson('赵示例');
  const panel = await openChannel(desk, '北京市城市管理综合行政执法局');
  await begin(panel, '新办个人证书');
  await fillPage(panel, [...operatorByCard(person), typed('所在单位', '示例街道办事处')], '产品与发票');
  await fillFields(panel, [chosen('要不要新的 UKey', '要一只新的')]);
  await usableByEverybody(panel);
  await expect(panel.getByText('88.00'), 'service 60, key 28').toBeVisible();
  await fillPage(panel, [chosen('要不要新的 UKey', '不要，用现有的')], '核对与提交');
  await expect(panel.getByText('60.00').first()).toBeVisible();
  await expect(panel.getByRole('group', { name: '收件地区' })).toBeHidden();
  await expect(panel.getByLabel('详细地址')).toBeHidden();
  await endForm(panel);
  await expect(panel.getByRole('heading', { name: '邮寄' })).toBeHidden();
  await confirm(panel, '上传材料');
  await uploadAll(panel);
  await submit(panel);
  await sign(panel, { phones: await openPhones(world.sandbox.url), number: person.mobile });
  await atStep(panel, '付款');
  await expect(panel.getByText('寄出', { exact: true })).toBeHidden();
  await usableByEverybody(panel);
});
