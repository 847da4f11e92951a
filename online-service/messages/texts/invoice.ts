import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, with the PDF of the e-invoice. */
export const invoice: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  const amount = needed(values, 'amount');
  const invoiceNumber = needed(values, 'invoiceNumber');
  return {
    subject: `电子发票 ${amount} 元（订单 ${number}） · Your e-invoice`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的数字证书订单 ${number} 的电子发票已经开具，发票号码 ${invoiceNumber}，金额 ${amount} 元，见附件（PDF）。`,
        '电子发票与纸质发票效力相同，可直接打印报销，也可在税务机关的网站上查验。',
        '单位邮箱有时会拦截带附件的邮件。收不到时，请在“订单查询”里重新下载或重新发送，建议使用个人邮箱接收。',
        '抬头或税号有误，请拨打页面上的服务电话。',
      ],
      [
        'Hello,',
        '',
        `The e-invoice for order ${number} for a certificate at ${channel} is attached as a PDF: number ${invoiceNumber}, ${amount} yuan.`,
        'It is worth the same as one on paper: print it for your accounts, or verify it on the tax authority’s site.',
        'Office mail servers sometimes drop mails with attachments. If one is missing, download it or have it sent again in the order query; a private mailbox is advisable.',
        'If the title or the taxpayer number is wrong, call the hotline on the page.',
      ],
    ),
  };
};
