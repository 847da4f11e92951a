import type { OrderErrorTexts } from '../language.ts';

export const orderErrorTexts: OrderErrorTexts = {
  SESSION_MISSING: {
    what: '这一步要先确认是您本人。',
    means: '没有收到登录凭据，什么都没有改动。',
    next: '请从“订单查询”用短信验证码进入，再继续。',
  },
  SESSION_OVER: {
    what: '登录已经过期。',
    means: '为保护您的资料，登录只保留一小段时间；已填的都在。',
    next: '请从“订单查询”用短信验证码重新进入，接着办。',
  },
  IDEMPOTENCY_KEY_MISSING: {
    what: '请求不完整，没有执行。',
    means: '缺少防止重复办理的编号。',
    next: '请更新浏览器扩展，再试一次。',
  },
  IDEMPOTENCY_KEY_REUSED: {
    what: '同一个编号用在了两件不同的事上。',
    means: '为避免办错，第二件没有执行。',
    next: '请重新打开这张订单，再试一次。',
  },
  REQUEST_IN_PROGRESS: {
    what: '这一步正在办理。',
    means: '前一次点击还在处理，不会办两次。',
    next: '请等几秒，再看结果。',
  },
  ORDER_UNKNOWN: {
    what: '没有找到这张订单。',
    means: '订单可能已被删除，或不在您名下。',
    next: '请从“订单查询”进入，选择要办的订单。',
  },
  ORDER_CHANGED: {
    what: '订单刚刚在别处有改动。',
    means: '为免覆盖，这一步没有执行；两处填的都还在。',
    next: '请看一遍最新内容，再继续。',
  },
  ORDER_STEP_NOT_ALLOWED: {
    what: '这一步现在还不能办。',
    means: '订单停在另一步，前面的还没有完成，或已经过了这一步。',
    next: '请从订单详情按顺序继续。',
  },
  ORDER_UNFINISHED: {
    what: '这个证件号已有一张没办完的订单（{number}）。',
    means: '同一业务同一时间只能办一张，这一张没有提交，填的内容都还在。',
    next: '请继续那一张，或先取消它。',
  },
  BUSINESS_NOT_OFFERED: {
    what: '这个渠道不能线上办这项业务。',
    means: '没有建立订单，也没有收费。',
    next: '请换一个渠道，或按渠道的说明在线下办理。',
  },
  FORM_INVALID: {
    what: '有几项需要改一改。',
    means: '标出的几项填得不对或没有填，其他内容都保留着。',
    next: '请看每一项下面的提示，改好后继续。',
  },
  IDENTITY_NOT_CHECKED: {
    what: '身份核验还没有通过。',
    means: '单位和经办人都核验通过后才能提交；填的内容都在。',
    next: '请回到核验那一步，完成后继续。',
  },
  IDENTITY_DIFFERS: {
    what: '姓名、证件号和手机号（或银行卡）对不上。',
    means: '运营商或银行登记的信息与填写的不同，还可以试 {triesLeft} 次。',
    next: '请核对是否为本人实名办理；单位核验也可以改用对公账户打款。',
  },
  IDENTITY_TRIES_OVER: {
    what: '这种核验方式今天已试满次数。',
    means: '为防止冒用，暂时不能再试；填的内容都在。',
    next: '请明天再试，或换一种核验方式。',
  },
  PROVIDER_AWAY: {
    what: '核验服务暂时没有回应。',
    means: '这次不计次数，填的内容都在。',
    next: '请过几分钟再试；着急可换一种核验方式。',
  },
  TRANSFER_REFUSED: {
    what: '1 分钱没有打成。',
    means: '账号、户名或开户行可能不对，银行没有受理。',
    next: '请核对对公账户信息，改好后重新打款。',
  },
  CAPTCHA_WRONG: {
    what: '验证码算得不对。',
    means: '题目已换，填的内容都在。',
    next: '请按新的图片再算一次；看不清可以换一张或用文字题。',
  },
  CAPTCHA_OVER: {
    what: '验证码已经过期。',
    means: '每道题只能用一次，几分钟内有效。',
    next: '请换一张。',
  },
  AGREEMENT_OUTDATED: {
    what: '协议有新的版本。',
    means: '需要您看过新版再同意，填的内容都在。',
    next: '请打开协议看一遍，再次勾选。',
  },
  DIGEST_DIFFERS: {
    what: '确认的内容和订单里的不一样。',
    means: '为保证签的就是看到的，这一步没有执行。',
    next: '请重新打开确认页，看一遍再确认。',
  },
  MATERIALS_MISSING: {
    what: '还缺 {count} 份材料。',
    means: '材料齐了才能提交，已上传的都在。',
    next: '请补上标有“待上传”的材料。',
  },
  NOT_AUTHORISED: {
    what: '还没有输入授权码。',
    means: '授权码证明单位同意办理，发给了法定代表人，或写在 1 分钱打款的附言里。',
    next: '请先输入 6 位授权码。',
  },
  CODE_WRONG: {
    what: '验证码不对，还可以试 {triesLeft} 次。',
    means: '没有执行这一步。',
    next: '请看最新一条短信再输入。',
  },
  CODE_OVER: {
    what: '验证码已失效。',
    means: '超过了时间或次数，或已经用过。',
    next: '请重新获取一个。',
  },
  CODE_TOO_SOON: {
    what: '刚刚发过一条。',
    means: '{seconds} 秒后可以再发，先前那一条仍然有效。',
    next: '请查看手机短信，稍后再重发。',
  },
  TRIES_TOO_FAST: {
    what: '操作太频繁。',
    means: '为防止骚扰和冒用，请稍候；填的内容都在。',
    next: '请 {seconds} 秒后再试。',
  },
  MATERIAL_NOT_A_PICTURE: {
    what: '这个文件不是图片。',
    means: '没有保存，其他材料不受影响。',
    next: '请换成 jpg、png 或 gif 图片。',
  },
  MATERIAL_KIND_NOT_ALLOWED: {
    what: '不支持这种图片格式。',
    means: '只收 jpg、png、gif。没有保存，其他材料不受影响。',
    next: '请另存为 jpg 后再上传。',
  },
  MATERIAL_TOO_LARGE: {
    what: '图片超过 {limit} MB，没有上传。',
    means: '其他材料不受影响。',
    next: '点“自动压缩”即可，文字仍会清楚。',
  },
  MATERIAL_TOO_MANY_PIXELS: {
    what: '图片尺寸太大。',
    means: '长宽超过了能处理的范围，没有保存。',
    next: '请缩小后再上传，或用手机重新拍一张。',
  },
  MATERIAL_TOO_SMALL: {
    what: '图片太小，看不清字。',
    means: '没有保存，其他材料不受影响。',
    next: '请用原图，或重新拍一张。',
  },
  MATERIAL_SEVERAL_PAGES: {
    what: '文件里有好几页或是动图。',
    means: '每个位置只放一页，没有保存。',
    next: '请每页单独存成一张图片。',
  },
  MATERIAL_DAMAGED: {
    what: '图片打不开。',
    means: '文件可能损坏或没有传完整，没有保存。',
    next: '请重新导出或重新拍一张。',
  },
  UPLOAD_UNKNOWN: {
    what: '这次上传已经结束。',
    means: '可能超过了时间，其他材料不受影响。',
    next: '请重新选择图片。',
  },
  UPLOAD_OFFSET: {
    what: '上传接不上了。',
    means: '应从第 {offset} 字节继续，已传的都在。',
    next: '会自动接着传；没有反应请重选图片。',
  },
  UPLOAD_DIFFERS: {
    what: '收到的图片和选择的不一样。',
    means: '传输中可能出了错，没有保存。',
    next: '请重新上传这一张。',
  },
  DOCUMENT_NOT_THERE: {
    what: '这份文件还没有。',
    means: '办到相应的步骤后才会生成。',
    next: '请先继续办理订单。',
  },
  TRANSFER_RETURNED: {
    what: '1 分钱被退回来了。',
    means: '账号、户名或开户行与银行登记的不同，授权码没有送到；填的内容都在。',
    next: '请核对对公账户信息，改好后重新打款，或换一种核验方式。',
  },
  PAYMENT_NOT_ASKED: {
    what: '这笔订单现在不用付款。',
    means: '可能已经付过，或者还没有走到付款这一步。',
    next: '请刷新订单，看看现在进行到哪一步。',
  },
  PAYMENT_WAY_NOT_OFFERED: {
    what: '这种付款方式现在不能用。',
    means: '这个平台没有开通，订单和金额都没有变。',
    next: '请换一种付款方式。',
  },
  PAYMENT_PROVIDER_AWAY: {
    what: '支付平台暂时没有回应。',
    means: '没有扣款；如果您已经付过，款项不会丢，我们会继续查询。',
    next: '请稍等再试，或换一种付款方式。',
  },
  PRICE_ABOVE_PAID: {
    what: '改动后的金额比已付的多。',
    means: '已付 {paid} 元，改动后是 {total} 元；已付的订单不能再补款。',
    next: '请改回原来的产品，或取消订单（款项原路退回）后重新申请。',
  },
};
