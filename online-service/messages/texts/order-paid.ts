import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, once the money is there. */
export const orderPaid: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  const amount = needed(values, 'amount');
  return {
    subject: `已收到付款 ${amount} 元（订单 ${number}） · Payment received`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的数字证书订单 ${number} 已收到付款 ${amount} 元，申请已交给审核。`,
        '电子发票会在 24 小时内发到这个邮箱。单位邮箱有时会拦截发票邮件，可在“订单查询”里重新下载。',
        '审核结果会用短信和邮件告诉您；每一步都可以在“订单查询”里看到。',
      ],
      [
        'Hello,',
        '',
        `${amount} yuan have been received for order ${number} at ${channel}. The application has gone to review.`,
        'The e-invoice comes to this mailbox within 24 hours. Office mail servers sometimes drop such mails; it can be fetched again in the order query.',
        'You will be told the result by SMS and mail, and every step can be followed in the order query.',
      ],
    ),
  };
};
