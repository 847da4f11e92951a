import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, with the red-letter invoice, once the money has gone back. */
export const redInvoice: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  const amount = needed(values, 'amount');
  const invoiceNumber = needed(values, 'invoiceNumber');
  return {
    subject: `红字发票 -${amount} 元（订单 ${number}） · Your red-letter invoice`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的订单 ${number} 已经退款，原电子发票随之冲红。红字发票号码 ${invoiceNumber}，金额 -${amount} 元，见附件（PDF）。`,
        '原发票不能再用于报销；已经报销的，请把红字发票交给财务入账。',
        '单位邮箱有时会拦截带附件的邮件，也可在“订单查询”里下载，建议使用个人邮箱接收。有疑问请拨打页面上的服务电话。',
      ],
      [
        'Hello,',
        '',
        `Order ${number} at ${channel} has been refunded, and its e-invoice is reversed. The red-letter invoice ${invoiceNumber} over -${amount} yuan is attached as a PDF.`,
        'The first invoice can no longer be used for expenses; if it has been, hand the red-letter invoice to your accounts.',
        'Office mail servers sometimes drop mails with attachments; it can be downloaded in the order query, too, and a private mailbox is advisable. For questions, call the hotline on the page.',
      ],
    ),
  };
};
