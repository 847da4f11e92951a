import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, when the review asks for corrections. */
export const orderReturned: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  const reasons = needed(values, 'reasons')
    .split('\n')
    .map((reason, index) => `${index + 1}. ${reason}`);
  return {
    subject: `需要修改后重新提交（订单 ${number}） · Please correct your application`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的数字证书订单 ${number} 审核没有通过，原因如下：`,
        ...reasons,
        '',
        '请从“订单查询”进入，按上面的原因修改后重新提交。已经付过的费用继续有效，不用再付。',
        '有疑问请拨打页面上的服务电话。',
      ],
      [
        'Hello,',
        '',
        `Order ${number} for a certificate at ${channel} did not pass the review. The reasons, as the reviewer wrote them:`,
        ...reasons,
        '',
        'Open it through the order query, correct what is named, and submit it again. What was paid stays paid.',
        'For questions, call the hotline on the page.',
      ],
    ),
  };
};
