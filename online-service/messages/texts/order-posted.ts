import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** To the operator, once the key is on its way. */
export const orderPosted: WriteMail = (values) => {
  const number = needed(values, 'number');
  const channel = needed(values, 'channel');
  const courier = needed(values, 'courier');
  const trackingNumber = needed(values, 'trackingNumber');
  return {
    subject: `UKey 已寄出（订单 ${number}） · Your key is on its way`,
    text: bilingual(
      [
        '您好：',
        '',
        `${channel}的订单 ${number} 的 UKey 已经寄出：${courier}，单号 ${trackingNumber}。`,
        '证书密码不在包裹里，按申请时选择的方式另行发送。',
        '收到后请核对包装完好，再在“订单查询”里确认收货。',
      ],
      [
        'Hello,',
        '',
        `The key of order ${number} at ${channel} has been posted: ${courier}, tracking number ${trackingNumber}.`,
        'The certificate password is not in the parcel; it comes separately, the way that was chosen in the application.',
        'See that the parcel is intact, then confirm its receipt in the order query.',
      ],
    ),
  };
};
