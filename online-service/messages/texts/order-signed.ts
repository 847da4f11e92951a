import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, once the application is signed. */
export const orderSigned: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  return {
    subject: `申请已签署（订单 ${number}） · Your application is signed`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的数字证书申请已经签署，订单号 ${number}。`,
        '还要付款的，请在原来的页面付款，或从“订单查询”进入后付款；不用付款的，已经交给审核。',
        '之后每一步都可以在“订单查询”里看到。',
        '如果不是您本人签署的，请尽快在“订单查询”里取消这笔订单，或拨打页面上的服务电话。',
      ],
      [
        'Hello,',
        '',
        `The application for a certificate at ${channel} has been signed. Its order number is ${number}.`,
        'If there is something to pay, pay it on the page where you were, or open the order through the order query. If not, it has gone to review.',
        'Every step from here on can be followed in the order query.',
        'If it was not you who signed, please cancel the order in the order query soon, or call the hotline on the page.',
      ],
    ),
  };
};
