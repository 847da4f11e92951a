import type { World } from '../../scripts/world/start-world.ts';
import { answerCaptcha } from '../support/apply/answer-captcha.ts';
import { begin, endForm, fillPage, orderNumber } from '../support/apply/application.ts';
import { chosen, fieldOf, fillFields, typed } from '../support/apply/fill-fields.ts';
import { address, operatorByPhone } from '../support/apply/form-pages.ts';
import { openChannel } from '../support/apply/open-channel.ts';
import { newPerson } from '../support/apply/people.ts';
import { openDesk } from '../support/open-desk.ts';
import { expect } from '../support/patient-expect.ts';
import { openPhones } from '../support/read-code.ts';
import type { Album } from './album.ts';
import type { Caption } from './chapter.ts';
import { wholeScreen } from './whole-screen.ts';

/** What was put down is found again, continued or cancelled. */
export async function walkQuery(world: World, album: Album): Promise<void> {
  album.chapter({ zh: '停下来，再接着办', en: 'Putting it down, and going on' });
  const desk = await openDesk(world);
  const person = newPerson('张示例');
  const panel = await openChannel(desk, '商丘市公共资源交易中心');
  const picture = async (name: string, caption: Caption) => {
    await wholeScreen(panel);
    await album.picture(panel, `query-${name}`, caption);
  };
  await begin(panel, '新办个人证书');
  await fillPage(panel, [...operatorByPhone(person), typed('所在单位', '示例市政工程有限公司')], '产品与发票');
  await fillPage(panel, [chosen('电子印章', '不要印章')], '邮寄与提交');
  await fillFields(panel, address);
  await endForm(panel);
  const number = await orderNumber(panel);
  await panel.getByRole('button', { name: '先放一放' }).click();
  await expect(panel.getByText('有一张没办完的申请：新办个人证书')).toBeVisible();
  await picture('unfinished', { zh: '没办完的申请在首页等着。', en: 'What was put down waits on the home screen.' });

  await panel.getByRole('button', { name: /^订单查询/ }).click();
  await fieldOf(panel, '经办人证件号码').fill(person.idNumber);
  await answerCaptcha(panel);
  await picture('ask', { zh: '订单查询：证件号和一道算术题。', en: 'The order query: an ID number and a sum.' });
  const phones = await openPhones(world.sandbox.url);
  await panel.getByRole('button', { name: '获取短信验证码' }).click();
  await expect(fieldOf(panel, '短信验证码')).toBeVisible();
  await picture('code', { zh: '有没有订单，只有手机知道。', en: 'Whether there is an order, only the phone knows.' });
  await fieldOf(panel, '短信验证码').fill(await phones.readCode(person.mobile));
  await expect(panel.getByRole('article').filter({ hasText: number })).toBeVisible();
  await picture('orders', { zh: '我的订单：没办完的在前。', en: 'My orders: what is unfinished comes first.' });
  await panel.getByRole('button', { name: '订单详情' }).click();
  await expect(panel.getByText('审核材料')).toBeVisible();
  await picture('details', {
    zh: '订单详情：办到哪里、后面还有什么。',
    en: 'One order: where it stands, and what is still to come.',
  });
  await panel.getByRole('button', { name: '取消申请' }).click();
  await expect(panel.getByRole('dialog')).toBeVisible();
  await picture('cancel', {
    zh: '取消之前说清后果，默认停在“继续保留”。',
    en: 'Before cancelling: what follows. The focus is on keeping it.',
  });
  await panel.getByRole('dialog').getByRole('button', { name: '取消申请' }).click();
  await expect(panel.getByRole('dialog')).toBeHidden();
  await picture('cancelled', { zh: '已取消。', en: 'Cancelled.' });
  await desk.leave();
}
