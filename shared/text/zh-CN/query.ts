/** 订单查询和“我的订单”的画面。 */
export const queryTexts = {
  'ask.lead': '查进度、接着办、取消，都从这里进入，不需要 UKey。',
  'ask.kind': '经办人证件类型',
  'ask.number': '经办人证件号码',
  'ask.numberHint': '申请时填的经办人；个人证书填申请人本人',
  'ask.act': '获取短信验证码',
  'ask.next': '如果这个证件号有订单，验证码会发到经办人手机。',

  'code.sent': '如果这个证件号有订单，验证码已发到经办人手机。',
  'code.notCome': '没有收到，请核对证件类型和号码；经办人换了手机号，请打客服热线。',
  'code.label': '短信验证码',
  'code.change': '改证件号码',
  'code.again': '重新发送前，请再算一道题。',
  'code.againAct': '再发一条',

  'session.over': '登录已过期',
  'session.overNext': '为保护订单里的资料，请再收一次验证码，之后回到刚才的地方，什么都不会丢。',

  'mine.title': '我的订单',
  'mine.other': '换人查询',
  'mine.loading': '正在读取订单',
  'mine.unfinished': '未完成',
  'mine.finished': '已结束',
  'mine.count': '{count} 笔',
  'mine.all': '查看全部 {count} 笔',
  'mine.noneTitle': '没有订单',
  'mine.none': '这个证件号名下没有订单。要办理，请回首页选一项业务。',
  'mine.noneUnfinished': '没有未完成的订单。',
  'mine.noneFinished': '还没有办完或取消的订单。',
  'mine.notThere': '订单 {number} 不在这个证件号名下，下面是能看到的全部订单。',

  'act.details': '订单详情',
  'act.continue': '继续办理',
  'act.correct': '去补正',
  'act.pay': '去付款',
  'act.form': '申请表',
  'act.invoice': '发票',

  'fact.yuan': '{amount} 元',
  'fact.key': 'UKey 尾号 {tail}',

  'details.loading': '正在读取订单',
  'details.holder': '证书名称',
  'details.created': '创建时间',
  'details.password': '证书密码',
  'details.materials': '材料',

  'password.legal-representative-phone': '短信发到法定代表人手机',
  'password.legal-representative-card': '短信发到法定代表人的银行预留手机',
  'password.account-transfer': '写在 1 分钱打款的附言里',

  'returned.title': '退回补正，要改 {count} 处',
  'returned.next': '改好后重新提交，不再收费。',

  'material.stored': '已上传',
  'material.empty': '待上传',

  'invoice.note': '付款后 24 小时内发到 {email}。单位邮箱有时会拦截，收不到请看看垃圾邮件。',
  'invoice.noEmail': '付款后 24 小时内发到经办人邮箱。',

  'posting.later': '证书做好后寄出，寄出时短信告知快递单号。',
  'posting.promised': '最迟 {date} 寄出，寄出时短信告知快递单号。',
  'posting.sent': '{date} 已寄出，快递单号在当天的短信里。',

  'form.opened': '文件已在新标签页打开。',
  'form.open': '没有打开，点这里',
} as const;
