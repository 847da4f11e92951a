import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, once the review has passed. */
export const orderApproved: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  return {
    subject: `审核通过（订单 ${number}） · Your application is approved`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的数字证书订单 ${number} 审核通过，正在制证。`,
        '寄出后会用短信和邮件告诉您快递单号；每一步都可以在“订单查询”里看到。现在不用做什么。',
      ],
      [
        'Hello,',
        '',
        `Order ${number} for a certificate at ${channel} has been approved, and the certificate is being made.`,
        'You will get the tracking number by SMS and mail when it is posted, and every step can be followed in the order query. There is nothing to do now.',
      ],
    ),
  };
};
