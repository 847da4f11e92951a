import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, when finance has not found the remittance that was announced. */
export const remittanceNotFound: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  const reason = needed(values, 'reason');
  return {
    subject: `没有查到您的汇款（订单 ${number}） · Your remittance was not found`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的订单 ${number} 登记的汇款，财务没有查到。财务的说明：${reason}`,
        '订单还在，申请没有变化。请与付款银行核对金额、收款账号和附言，再从“订单查询”进入，重新上传凭证并登记。',
        '款项已经退回您账户的，请重新汇款后再登记。有疑问请拨打页面上的服务电话。',
      ],
      [
        'Hello,',
        '',
        `Finance has not found the remittance announced for order ${number} at ${channel}. In its words: ${reason}`,
        'The order is as it was. Check the amount, our account number and the remark with your bank, then open the order through the order query, upload the voucher and announce it again.',
        'If the money came back to your account, remit it again first. For questions, call the hotline on the page.',
      ],
    ),
  };
};
