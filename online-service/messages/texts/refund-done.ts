import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, once the money has gone back. */
export const refundDone: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  const amount = needed(values, 'amount');
  return {
    subject: `已退款 ${amount} 元（订单 ${number}） · Refunded`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的订单 ${number} 已原路退款 ${amount} 元。`,
        '微信、支付宝一般马上到账，银行卡可能要 1 至 3 个工作日。过了时间还没有收到，请拨打页面上的服务电话。',
      ],
      [
        'Hello,',
        '',
        `${amount} yuan have gone back for order ${number} at ${channel}, the way they came.`,
        'WeChat and Alipay show it at once as a rule; a bank card may take 1 to 3 working days. If it does not arrive, call the hotline on the page.',
      ],
    ),
  };
};
