import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import type { World } from '../../scripts/world/start-world.ts';
import { slotOf } from '../support/apply/application.ts';
import { fieldOf } from '../support/apply/fill-fields.ts';
import { openChannel } from '../support/apply/open-channel.ts';
import { cancelInDialog } from '../support/apply/order-query.ts';
import { newPerson } from '../support/apply/people.ts';
import { pictureOf } from '../support/apply/pictures.ts';
import { type Desk, openDesk } from '../support/open-desk.ts';
import { expect } from '../support/patient-expect.ts';
import { finance, remittanceOf } from '../support/pay/finance.ts';
import { bothCodesShown, codeCard, isPaid } from '../support/pay/pay-page.ts';
import { comeToPay, comeToPayAtOffice } from '../support/pay/signed-order.ts';
import { codeToPay, openWallet, payInWallet, providerIs, putAway } from '../support/pay/wallet.ts';
import type { Album } from './album.ts';
import type { Caption } from './chapter.ts';
import { wholeScreen } from './whole-screen.ts';

/** Paying by code and by bank, what goes wrong on the way, and money that goes back. */
export async function walkPay(world: World, album: Album): Promise<void> {
  album.chapter({ zh: '付款、发票与退款', en: 'Paying, invoices and refunds' });
  for (const walk of [byCode, byBank]) {
    const desk = await openDesk(world);
    await walk({ world, desk, album });
    await desk.leave();
  }
}

interface Walk {
  readonly world: World;
  readonly desk: Desk;
  readonly album: Album;
}

async function byCode({ world, desk, album }: Walk): Promise<void> {
  const panel = await openChannel(desk, '商丘市公共资源交易中心');
  const picture = async (name: string, caption: Caption) => {
    await wholeScreen(panel);
    await album.picture(panel, `pay-${name}`, caption);
  };
  await providerIs(world, 'wechat', 'down');
  const number = await comeToPay(panel, { person: newPerson('张示例'), world });
  await expect(codeCard(panel, 'wechat').getByText('暂时不能用')).toBeVisible();
  await picture('away', {
    zh: '一家支付平台没有回应：说清楚，另一家照常能付。',
    en: 'One payment company does not answer; the other goes on.',
  });
  await providerIs(world, 'wechat', 'here');
  await codeCard(panel, 'wechat').getByRole('button', { name: '重试' }).click();
  await bothCodesShown(panel);
  const late = await openWallet(desk.context, world, await codeToPay(world, number, 'alipay'));
  await putAway(late, '让它过期');
  await panel.getByRole('button', { name: '已付款，查询结果' }).click();
  await expect(codeCard(panel, 'alipay').getByText('二维码已过期')).toBeVisible();
  await picture('over', {
    zh: '问过支付平台：还没有收到；过期的码一点就换新。',
    en: 'The companies were asked: nothing yet. A code that is over is renewed by one click.',
  });
  await codeCard(panel, 'alipay').getByRole('button', { name: '换一个新码' }).click();
  await bothCodesShown(panel);
  const phone = await openWallet(desk.context, world, await codeToPay(world, number, 'alipay'));
  await album.picture(phone, 'pay-wallet', {
    zh: '演示用的钱包：扮演付款人的手机。',
    en: 'The demo’s wallet plays the payer’s phone.',
  });
  await payInWallet(phone);
  await phone.close();
  await isPaid(panel);
  await expect(panel.getByText(/^支付宝，/)).toBeVisible();
  await picture('paid', {
    zh: '付好后自己翻过来：发票、审核期限、到哪里查。',
    en: 'Paid, it turns over by itself: the invoice, the promise of the review, where to follow it.',
  });
  await panel.getByRole('button', { name: '取消这笔申请' }).click();
  await picture('cancel', { zh: '取消之前说清：已付的款原路退回。', en: 'Before cancelling: the money goes back.' });
  await cancelInDialog(panel);
  await expect(panel.getByText(/元，已退回$/)).toBeVisible();
  await picture('back', { zh: '款项已原路退回。', en: 'The money went back the way it came.' });
}

async function byBank({ world, desk, album }: Walk): Promise<void> {
  const panel = await openChannel(desk, '北京市城市管理综合行政执法局');
  const picture = async (name: string, caption: Caption) => {
    await wholeScreen(panel);
    await album.picture(panel, `pay-${name}`, caption);
  };
  const number = await comeToPayAtOffice(panel, { person: newPerson('赵示例'), world });
  await panel.getByRole('radio', { name: '银行转账' }).check();
  await slotOf(panel, '银行汇款凭证')
    .getByLabel('选文件：银行汇款凭证')
    .setInputFiles(await pictureOf('voucher'));
  await expect(slotOf(panel, '银行汇款凭证')).toContainText('已上传');
  await fieldOf(panel, '付款户名').fill('示例街道办事处');
  await picture('transfer', {
    zh: '银行转账：账户逐项可复制，凭证、户名和日期一次交齐。',
    en: 'By bank: each part of the account can be copied; voucher, payer and date are handed in together.',
  });
  await panel.getByRole('button', { name: '提交汇款信息' }).click();
  await expect(panel.getByText('汇款信息已提交，等财务核对')).toBeVisible();
  await picture('handed-in', { zh: '已提交，等财务核对。', en: 'Handed in; finance looks for it.' });
  await finance(world, 'refuse', await remittanceOf(world, number), '--reason', '账户没有收到这笔款，请核对账号。');
  await expect(panel.getByText('财务没有找到这笔汇款')).toBeVisible();
  await picture('not-found', {
    zh: '没有找到：财务的说明和怎么改。',
    en: 'Not found: what finance says, and what to do.',
  });
  await panel.getByRole('button', { name: '提交汇款信息' }).click();
  await expect(panel.getByText('汇款信息已提交，等财务核对')).toBeVisible();
  const about = ['--reference', 'TOUR0001', '--amount', '60.00', '--received', chinaDate(new Date())];
  await finance(world, 'confirm', await remittanceOf(world, number), ...about);
  await isPaid(panel);
}
