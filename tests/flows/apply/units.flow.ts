import {
  atStep,
  authorise,
  begin,
  confirm,
  endForm,
  fillPage,
  orderNumber,
  sign,
  slotOf,
  submit,
  uploadAll,
} from '../../support/apply/application.ts';
import { chosen, fillFields } from '../../support/apply/fill-fields.ts';
import {
  address,
  operatorByCard,
  operatorByPhone,
  unitByCard,
  unitByPhone,
  unitByTransfer,
} from '../../support/apply/form-pages.ts';
import { openPhone } from '../../support/apply/open-phone.ts';
import { newAccount, newPerson } from '../../support/apply/people.ts';
import { tooLargePicture } from '../../support/apply/pictures.ts';
import { readRemark } from '../../support/apply/read-remark.ts';
import { openPhones } from '../../support/read-code.ts';
import { expect, test } from '../../support/world-test.ts';

test.slow();

test('shangqiu: a unit, by the phone of its legal representative, from its name to the signature', async ({
  world,
  desk,
}) => {
  const operator = newPerson();
  const page = await desk.openPortal('shangqiu');
  const panel = await desk.openPanel(page);
  await begin(panel, '新办单位证书');
  await fillPage(panel, unitByPhone(newPerson('王示例')), '产品与发票');
  await expect(panel.getByText(/^单位核验通过/)).toBeVisible();
  await expect(panel.getByLabel('纳税人识别号'), 'known already').not.toHaveValue('');
  await fillPage(panel, [chosen('电子印章', '单位公章')], '经办人');
  await fillPage(panel, operatorByPhone(operator), '邮寄与提交');
  await expect(panel.getByText('500.00'), 'certificate 300, key 100, seal 100').toBeVisible();
  await fillFields(panel, address);
  await endForm(panel);
  await expect(panel.getByText(/^与线上服务核对一致/)).toBeVisible();
  await confirm(panel, '上传材料');
  await uploadAll(panel);
  await submit(panel);
  await sign(panel, { phones: await openPhones(world.sandbox.url), number: operator.mobile });
  await atStep(panel, '付款');
});

test('tongyong: by the bank cards of both; a picture that is too large is shrunk, one comes from the phone', async ({
  world,
  desk,
}) => {
  const operator = newPerson();
  const page = await desk.openPortal('tongyong');
  const panel = await desk.openPanel(page);
  await begin(panel, '新办单位证书');
  await fillPage(panel, unitByCard(newPerson('王示例')), '产品与发票');
  await fillPage(panel, [chosen('办哪一种证书', '单位证书（USB Key）'), chosen('电子印章', '不要印章')], '经办人');
  await fillPage(panel, operatorByCard(operator), '邮寄与提交');
  await fillFields(panel, address);
  await endForm(panel);
  await confirm(panel, '上传材料');

  await test.step('too large: it says so, and shrinks it when asked', async () => {
    const licence = slotOf(panel, '营业执照');
    await licence.getByLabel('选文件：营业执照').setInputFiles(await tooLargePicture('licence'));
    await expect(licence).toContainText('没有上传');
    await licence.getByRole('button', { name: '自动压缩' }).click();
    await expect(licence).toContainText('已上传');
  });

  await test.step('the phone that scans the code opens a page with the camera, once', async () => {
    const material = '法定代表人身份证件';
    const given = desk.context.waitForEvent('response', (reply) => /\/phone$/.test(new URL(reply.url()).pathname));
    await slotOf(panel, material).getByRole('button', { name: '用手机拍' }).click();
    await expect(panel.getByRole('img', { name: `用手机拍：${material}` })).toBeVisible();
    const { value } = (await (await given).json()) as { value: { url: string } };
    const browser = await openPhone();
    const phone = await browser.newPage({ viewport: { width: 390, height: 780 } });
    await phone.goto(value.url);
    const camera = phone.waitForEvent('filechooser');
    await phone.getByLabel('拍照或选择图片').click();
    await (await camera).setFiles(await tooLargePicture('camera'));
    await expect(phone.getByText('已传到电脑上，可以关闭本页。')).toBeVisible();
    await expect(slotOf(panel, material), 'without a press on the computer').toContainText('已上传');
    await phone.goto(value.url);
    await expect(phone.getByRole('heading', { name: '链接已失效' })).toBeVisible();
    await browser.close();
  });

  await uploadAll(panel);
  await submit(panel);
  await sign(panel, { phones: await openPhones(world.sandbox.url), number: operator.mobile });
  await atStep(panel, '付款');
});

test('beijing: a sub key, by the fen in the account of the unit; no seal sheet is asked for', async ({
  world,
  desk,
}) => {
  const operator = newPerson();
  const account = newAccount();
  const page = await desk.openPortal('beijing');
  const panel = await desk.openPanel(page);
  await begin(panel, '新办单位证书');
  await fillPage(panel, unitByTransfer(newPerson('王示例'), account), '产品与发票');
  await expect(panel.getByText(/^已向单位账户打款 0.01 元/)).toBeVisible();
  await fillPage(panel, [chosen('办哪一种证书', '1 年期单位证书（副锁）')], '经办人');
  await fillPage(panel, operatorByPhone(operator), '邮寄与提交');
  await fillFields(panel, address);
  await endForm(panel);
  const number = await orderNumber(panel);
  await confirm(panel, '填授权码');
  await test.step('a code that was guessed opens nothing', async () => {
    const right = await readRemark(world.sandbox.url, account);
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    await panel.getByLabel('6 位授权码').fill(wrong);
    await expect(panel.getByText(/验证码不对，还可以试 \d 次/)).toBeVisible();
    await authorise(panel, right);
  });
  await expect(slotOf(panel, '授权书，加盖公章')).toBeVisible();
  await expect(panel.getByText('印章样表')).toBeHidden();
  await uploadAll(panel);
  await submit(panel);
  await sign(panel, { phones: await openPhones(world.sandbox.url), number: operator.mobile });
  await atStep(panel, '付款');
  await atStep(panel, '付款');
  await expect(panel.getByText(number).first()).toBeVisible();
});
