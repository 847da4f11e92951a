import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, once the order is cancelled. */
export const orderCancelled: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  return {
    subject: `订单 ${number} 已取消 · Your order is cancelled`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的数字证书订单 ${number} 已经取消。`,
        '已经付款的，款项会按原路退回。需要时可以重新申请。',
        '如果不是您本人取消的，请拨打页面上的服务电话。',
      ],
      [
        'Hello,',
        '',
        `Order ${number} for a certificate at ${channel} has been cancelled.`,
        'If it was paid, the money goes back the way it came. You can apply again whenever you need to.',
        'If it was not you who cancelled it, please call the hotline on the page.',
      ],
    ),
  };
};
