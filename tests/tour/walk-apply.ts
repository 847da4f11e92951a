import type { World } from '../../scripts/world/start-world.ts';
import { atStep, authorise, begin, confirm, endForm, fillPage, submit } from '../support/apply/application.ts';
import { chosen, fieldOf, fillFields, typed } from '../support/apply/fill-fields.ts';
import { address, operatorByCard, unitByPhone, unitByTransfer } from '../support/apply/form-pages.ts';
import { openChannel } from '../support/apply/open-channel.ts';
import { newAccount, newPerson } from '../support/apply/people.ts';
import { readRemark } from '../support/apply/read-remark.ts';
import { openDesk } from '../support/open-desk.ts';
import { expect } from '../support/patient-expect.ts';
import { bothCodesShown } from '../support/pay/pay-page.ts';
import { openPhones } from '../support/read-code.ts';
import { speak } from '../support/speak.ts';
import type { Album } from './album.ts';
import type { Caption } from './chapter.ts';
import { walkMaterials } from './walk-materials.ts';
import { wholeScreen } from './whole-screen.ts';

/** A unit's certificate, from the first field to the signature, screen by screen. */
export async function walkApply(world: World, album: Album): Promise<void> {
  album.chapter({ zh: '新办单位证书，从填表到签署', en: 'A new unit certificate, from the form to the signature' });
  const desk = await openDesk(world);
  const phones = await openPhones(world.sandbox.url);
  const operator = newPerson();
  const account = newAccount();

  const page = await desk.openPortal('shangqiu');
  const frame = await desk.openPanel(page);
  await begin(frame, '新办单位证书');
  await fillFields(frame, unitByPhone(newPerson('王示例')));
  await frame.getByRole('radio', { name: /^手机号/ }).focus();
  await album.picture(page, 'apply-in-portal', {
    zh: '在交易平台的页面里填表：平台的页面还在旁边，关掉也不会丢。',
    en: 'The form beside the platform’s own page. Closing it loses nothing.',
  });
  await page.close();

  const panel = await openChannel(desk, '商丘市公共资源交易中心');
  const picture = async (name: string, caption: Caption) => {
    await wholeScreen(panel);
    await album.picture(panel, `apply-${name}`, caption);
  };
  await begin(panel, '新办单位证书');
  await panel.getByRole('button', { name: '下一步：产品与发票' }).click();
  await picture('empty', {
    zh: '什么都没填就按下一步：每一项都说明缺什么。',
    en: 'Next on an empty page: every field says what it lacks.',
  });
  await fillFields(panel, [...unitByPhone(newPerson('王示例')), typed('法定代表人姓名', '王不符')]);
  await panel.getByRole('button', { name: '下一步：产品与发票' }).click();
  await expect(panel.getByRole('button', { name: '改用对公账户核验' })).toBeVisible();
  await picture('differs', {
    zh: '手机三要素对不上：说清原因，给出另一条路，填的都在。',
    en: 'The three elements differ: why, the other way, and everything typed is kept.',
  });
  await fillFields(panel, [
    ...unitByTransfer(newPerson('王示例'), account),
    typed('统一社会信用代码', '9111OOOO6OOO37341L'),
  ]);
  await fieldOf(panel, '统一社会信用代码').blur();
  await picture('repair', {
    zh: '对公账户核验的表单；认得出的笔误，一个按钮改好。',
    en: 'The form with the account of the unit; a slip that can be recognised is mended by a button.',
  });
  await fillPage(panel, unitByTransfer(newPerson('王示例'), account), '产品与发票');
  await fillFields(panel, [chosen('电子印章', '公章和法定代表人章')]);
  await expect(panel.getByText('600.00')).toBeVisible();
  await picture('product', {
    zh: '产品、费用逐项列出，发票抬头自动带入。',
    en: 'The product, itemised price, and the invoice filled in from before.',
  });
  await fillPage(panel, [], '经办人');
  await fillFields(panel, operatorByCard(operator));
  await picture('operator', { zh: '经办人，用银行卡核验。', en: 'The operator, checked by a bank card.' });
  await fillPage(panel, [], '邮寄与提交');
  await fillFields(panel, address);
  await picture('send', { zh: '邮寄地址、算术题和协议。', en: 'The address, the sum, and the agreements.' });
  await panel.getByRole('link', { name: '《隐私政策》' }).click();
  await atStep(panel, '《隐私政策》');
  await picture('agreement', {
    zh: '协议就在面板里看，回来什么都不丢。',
    en: 'The agreement is read in the panel; back from it nothing is lost.',
  });
  await panel.getByRole('button', { name: '返回' }).click();
  await endForm(panel);
  await picture('confirm', {
    zh: '确认：全部内容再看一遍，与线上服务核对一致。',
    en: 'Everything once more, and it is what the service has.',
  });
  await confirm(panel, '填授权码');
  await picture('authorise', {
    zh: '授权码在 1 分钱的附言里。',
    en: 'The authorisation code is in the remark of the fen.',
  });
  const bank = await desk.context.newPage();
  await bank.goto(new URL('bank', world.sandbox.url).href);
  await album.picture(bank, 'apply-bank', {
    zh: '演示用的银行：单位账户收到的 0.01 元和附言。',
    en: 'The demo’s bank: the fen in the account of the unit, with its remark.',
  });
  await bank.close();
  await authorise(panel, await readRemark(world.sandbox.url, account));
  await walkMaterials({ desk, panel, album, picture });
  await submit(panel);
  await panel.getByRole('button', { name: '发送签署验证码' }).click();
  await expect(fieldOf(panel, '签署验证码')).toBeVisible();
  await picture('sign', {
    zh: '签署：看得见签的是什么，短信验证码填完即签。',
    en: 'Signing: what is signed, and the code that signs it.',
  });
  await fieldOf(panel, '签署验证码').fill(await phones.readCode(operator.mobile));
  await atStep(panel, '付款');
  await bothCodesShown(panel);
  await picture('to-pay', {
    zh: '已签署，到了付款这一步：支付宝、微信支付并排，付一个就行。',
    en: 'Signed, and at the last step: Alipay and WeChat Pay side by side.',
  });
  await speak(panel, 'en');
  await panel.emulateMedia({ colorScheme: 'dark' });
  await picture('to-pay-english-dark', {
    zh: '同一画面，英文、深色。',
    en: 'The same screen in English, in the dark.',
  });
  await desk.leave();
}
