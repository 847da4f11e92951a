import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, when money came in that the order did not ask for. */
export const moneyReturns: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  const amount = needed(values, 'amount');
  return {
    subject: `一笔 ${amount} 元的付款正在原路退回（订单 ${number}） · A payment is going back`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的订单 ${number} 收到一笔 ${amount} 元的付款，但订单不需要这笔钱：可能已经付过、已经取消，或金额不一致。`,
        '这笔钱已经安排原路退回，一般几分钟到账，银行卡可能要 1 至 3 个工作日。订单本身没有变化，您不用做什么。',
        '到账后会再告诉您。有疑问请拨打页面上的服务电话。',
      ],
      [
        'Hello,',
        '',
        `${amount} yuan came in for order ${number} at ${channel}, but the order does not need them: it was paid already, has been cancelled, or the sum differs.`,
        'The money is going back the way it came: usually within minutes, to a bank card within 1 to 3 working days. The order itself is unchanged, and there is nothing for you to do.',
        'You will hear from us when it is there. For questions, call the hotline on the page.',
      ],
    ),
  };
};
