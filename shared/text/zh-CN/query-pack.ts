import type { QueryPack } from '../query-pack.ts';
import { queryTexts } from './query.ts';

export const queryPack: QueryPack = {
  texts: queryTexts,
  standings: {
    drafting: { word: '填写中', next: '还没有填完，填过的都保存着。' },
    filled: { word: '待确认', next: '已经填好，请核对后确认。' },
    confirmed: { word: '待提交', next: '内容已确认，办完下一步就能提交。' },
    submitted: { word: '待签署', next: '材料已提交，请用短信验证码签署。' },
    'to-pay': { word: '待付款', next: '材料与签署已完成，付款后进入审核。' },
    signed: { word: '已签署', next: '已经签署，正在转入审核。' },
    accepted: { word: '审核中', next: '正在审核，结果以短信和邮件告知。' },
    returned: { word: '退回补正', next: '有内容要改，改好再交，不再收费。' },
    approved: { word: '审核通过', next: '接下来制作证书，做之前还可以取消。' },
    making: { word: '制作中', next: '正在制作证书，不能再取消。' },
    made: { word: '已做好', next: '证书已做好，接下来交到您手里。' },
    posted: { word: '已寄出', next: '收到后请先核对 UKey 和密码。' },
    completed: { word: '已办完', next: '证书可以使用了。' },
    cancelled: { word: '已取消', next: '这笔订单不再办理，没有收费。' },
    lapsed: { word: '已失效', next: '太久没有继续，已自动关闭。要办请重新申请。' },
    refunding: { word: '退款中', next: '已经取消，款项正在原路退回。' },
    refunded: { word: '已退款', next: '已经取消，款项已原路退回。' },
  },
};
