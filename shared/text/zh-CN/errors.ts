import type { ErrorTexts } from '../language.ts';

const ASK_HOTLINE = '请重试一次；还不行，请打客服热线，并告诉对方下面的代码。';
const UPDATE_EXTENSION = '请更新浏览器扩展：打开浏览器的“扩展程序”页，点“更新”。';
const INSTALL_HOST = '请下载安装本机组件，约 1 分钟，不用重启。';

export const errorTexts: ErrorTexts = {
  FRAME_TOO_LARGE: {
    what: '发送的内容太大，没有处理。',
    means: '单条内容不能超过 {limit} 字节，已办的事不受影响。',
    next: ASK_HOTLINE,
  },
  FRAME_TRUNCATED: {
    what: '收到的内容不完整。',
    means: '传到一半断开了，这一步没有执行。',
    next: '请再试一次。',
  },
  FRAME_NOT_UTF8: {
    what: '收到的内容无法识别。',
    means: '文字编码不对，这一步没有执行。',
    next: UPDATE_EXTENSION,
  },
  FRAME_NOT_JSON: {
    what: '收到的内容无法识别。',
    means: '格式不对，这一步没有执行。',
    next: UPDATE_EXTENSION,
  },
  MESSAGE_MALFORMED: {
    what: '收到的请求格式不对，没有处理。',
    means: '浏览器扩展和本机组件的版本可能不一致。',
    next: UPDATE_EXTENSION,
  },
  OPERATION_UNKNOWN: {
    what: '这个功能现在的版本还不认识。',
    means: '一边更新了，另一边还是旧的。',
    next: '请更新浏览器扩展和本机组件，再试一次。',
  },
  INPUT_INVALID: {
    what: '有内容填得不对，没有提交。',
    means: '已填的都还在。',
    next: '请改正标出的地方，再试一次。',
  },
  REPLY_INVALID: {
    what: '收到的答复无法识别。',
    means: '双方的版本可能不一致，没有任何改动丢失。',
    next: UPDATE_EXTENSION,
  },
  REPLY_TOO_LARGE: {
    what: '答复太大，没有送到。',
    means: '一次不能超过 {limit} 字节。',
    next: ASK_HOTLINE,
  },
  REQUEST_ID_IN_USE: {
    what: '同一个请求发了两次。',
    means: '第一次的还在办，第二次没有执行。',
    next: '请稍等第一次的结果。',
  },
  TOO_MANY_REQUESTS: {
    what: '同时办的事太多了。',
    means: '前面的还没有办完，这一件没有开始。',
    next: '请稍等片刻再试，或关掉多余的证桥页面。',
  },
  HELLO_FIRST: {
    what: '连接还没有建立好。',
    means: '双方要先互报版本，这一步没有执行。',
    next: '请重新打开面板。',
  },
  DEADLINE_EXCEEDED: {
    what: '等了太久，没有答复。',
    means: 'UKey 或网络可能正忙，这一步已经停下。',
    next: '请检查 UKey 是否插好、网络是否通畅，再试一次。',
  },
  CANCELLED: {
    what: '已按您的意思取消。',
    means: '这一步没有继续。',
    next: '需要时可以重新开始。',
  },
  CONNECTION_LOST: {
    what: '连接断开了。',
    means: '这一步没有得到答复，已保存的内容都在。',
    next: '会自动重新连接；也可以重新打开面板。',
  },
  INTERNAL: {
    what: '我们的程序出了差错。',
    means: '已记录下来，您的资料和款项不受影响。',
    next: ASK_HOTLINE,
  },
  CALLER_NOT_ALLOWED: {
    what: '这里不能办这件事。',
    means: '为了安全，有些操作只能在证桥自己的窗口里进行。',
    next: '请从浏览器工具栏打开证桥。',
  },
  ORIGIN_NOT_REGISTERED: {
    what: '这个网站没有登记，不能使用证桥。',
    means: '只有登记过的交易平台才能打开面板，没有泄露任何信息。',
    next: '请从登记的平台进入，或从浏览器工具栏打开证桥。',
  },
  EXTENSION_NOT_FOUND: {
    what: '没有找到证桥扩展。',
    means: '这个浏览器没有安装、停用了证桥，或本网站没有登记，所以打不开证桥面板。',
    next: '请安装或启用证桥扩展，然后刷新本页。',
  },
  HOST_NOT_REGISTERED: {
    what: '没有找到本机组件，所以读不到 UKey。',
    means: '新办和查询不受影响。',
    next: INSTALL_HOST,
  },
  HOST_FORBIDDEN: {
    what: '本机组件不接受这个浏览器扩展。',
    means: '扩展可能不是从官方渠道安装的，UKey 没有被碰过。',
    next: '请从浏览器的官方商店重新安装证桥扩展，或请管理员检查登记。',
  },
  HOST_NOT_STARTING: {
    what: '本机组件启动不了，所以读不到 UKey。',
    means: '安装可能不完整，或被安全软件拦住了。新办和查询不受影响。',
    next: '请重新安装本机组件；若有安全软件提示，请选择允许。',
  },
  HOST_EXITED: {
    what: '本机组件停了，暂时读不到 UKey。',
    means: '正在自动重新连接，UKey 里的证书不受影响。',
    next: '请稍等几秒；一直不恢复，请重新安装本机组件。',
  },
  HOST_TOO_OLD: {
    what: '本机组件太旧了，和浏览器扩展配不上。',
    means: '更新之前读不到 UKey，新办和查询不受影响。',
    next: '请下载安装新版本机组件，约 1 分钟，不用重启。',
  },
  EXTENSION_TOO_OLD: {
    what: '浏览器扩展太旧了，和本机组件配不上。',
    means: '更新之前读不到 UKey，新办和查询不受影响。',
    next: UPDATE_EXTENSION,
  },
  NO_MODULES: {
    what: '这台电脑上没有找到任何 UKey 驱动。',
    means: '没有驱动，插上 UKey 也看不到。',
    next: '请安装 UKey 厂商的驱动程序，装好后会自动识别。',
  },
  MODULE_NOT_LOADED: {
    what: 'UKey 驱动“{module}”装载不了。',
    means: '文件可能缺失、损坏，或不是 64 位的。其他 UKey 不受影响。',
    next: '请重新安装这种 UKey 的驱动程序。',
  },
  MODULE_CRASHED: {
    what: 'UKey 驱动“{module}”崩溃了，已重新启动。',
    means: '这不是密码错误，没有消耗密码次数。其他 UKey 不受影响。',
    next: '请拔下 UKey 再插回；反复出现，请更新驱动程序。',
  },
  MODULE_NOT_RESPONDING: {
    what: 'UKey 驱动“{module}”没有反应，已重新启动。',
    means: '这不是密码错误，没有消耗密码次数。其他 UKey 不受影响。',
    next: '请拔下 UKey，等几秒再插回；反复出现，请更新驱动程序。',
  },
  KEY_NOT_FOUND: {
    what: '没有找到这只 UKey。',
    means: '它可能已经拔出，或换了另一只。',
    next: '请插入这只 UKey，会自动识别。',
  },
  KEY_REMOVED: {
    what: 'UKey 在读取时被拔出了。',
    means: '没有写入任何内容，证书照常可用。',
    next: '请插回，会自动接着读。',
  },
  DRIVER_FAULT: {
    what: 'UKey 驱动报告了故障。',
    means: '这不是密码错误，没有消耗密码次数。',
    next: '请拔下 UKey 再插回；还不行，请打客服热线，并告诉对方下面的代码。',
  },
  KEY_CHANGED: {
    what: '换了一只 UKey，已停下，没有写入任何内容。',
    means: '正在办理的是另一只 UKey。',
    next: '请换回原来那只，会自动接着办。',
  },
  KEY_BUSY: {
    what: '这只 UKey 正在办另一件事。',
    means: '两件事不能同时写同一只 UKey，这一件没有开始。',
    next: '请等前一件办完，会自动接着办。',
  },
  CAPABILITY_MISSING: {
    what: '这只 UKey 的驱动做不了这一步（{capability}）。',
    means: 'UKey 没有被改动，里面的证书照常可用。',
    next: '请更新 UKey 厂商的驱动程序；还是不行，请申请补办。',
  },
  PIN_WRONG: {
    what: '密码不对。',
    means: '还可以试的次数见 UKey 卡片，都输错会锁定，证书不会丢。',
    next: '请想好再输，或免费解锁。',
  },
  PIN_LOCKED: {
    what: '密码已锁定。',
    means: '输错次数用完了，证书没有损坏。',
    next: '请办理解锁，免费，约 2 分钟。',
  },
  PIN_LAST_TRY: {
    what: '密码只剩最后 1 次机会，没有替您去试。',
    means: '再输错就会锁定，证书不会丢，但要解锁才能用。',
    next: '记得准请确认后再输；记不清请直接解锁，免费。',
  },
  PIN_NOT_SET: {
    what: '这只 UKey 还没有设置密码。',
    means: '没有密码就不能签名。',
    next: '请办理解锁，设置一个密码，免费。',
  },
  PIN_LENGTH: {
    what: '密码的长度不对，没有替您去试。',
    means: '这只 UKey 的密码要 {min} 到 {max} 位，没有消耗次数。',
    next: '请按这个长度重新输入。',
  },
  PIN_TRIVIAL: {
    what: '新密码太容易被猜到，没有更改。',
    means: '全部相同、连续的数字或您的生日都不行，原密码照常可用。',
    next: '请换一个别人想不到的。',
  },
  PIN_SAME: {
    what: '新密码和原密码一样，没有更改。',
    means: '原密码照常可用。',
    next: '请换一个不同的密码。',
  },
  WORK_ORDER_INVALID: {
    what: '办理凭据不对，没有碰 UKey。',
    means: '它不是证桥线上服务签发的，或被改动过。',
    next: '请重新打开面板再办；反复出现，请打客服热线。',
  },
  WORK_ORDER_OTHER_AUDIENCE: {
    what: '办理凭据不是给本机组件用的，没有碰 UKey。',
    means: '它是为别的用途签发的。',
    next: '请重新打开面板再办；反复出现，请打客服热线。',
  },
  WORK_ORDER_EXPIRED: {
    what: '办理凭据过期了，没有碰 UKey。',
    means: '凭据只在几分钟内有效；电脑的时钟不准也会这样。',
    next: '请核对电脑的日期和时间，再试一次，已办的都在。',
  },
  WORK_ORDER_USED: {
    what: '办理凭据已经用过，没有碰 UKey。',
    means: '每个凭据只能用一次。',
    next: '请再试一次，会换一个新的凭据。',
  },
  WORK_ORDER_OTHER_KEY: {
    what: '这件事不是为这只 UKey 办的，没有碰它。',
    means: '插着的和订单里的不是同一只。',
    next: '请插入订单里的那只 UKey，尾号见订单。',
  },
  WORK_ORDER_OTHER_VERB: {
    what: '办理凭据和要办的事不一致，没有碰 UKey。',
    means: '它是为另一步签发的。',
    next: '请重新打开面板再办。',
  },
  WORK_ORDER_TERMS: {
    what: '办理凭据缺少这一步需要的内容，没有碰 UKey。',
    means: '浏览器扩展、本机组件和线上服务的版本可能不一致。',
    next: '请更新浏览器扩展和本机组件，再试一次。',
  },
  KEY_FULL: {
    what: 'UKey 的空间不够，没有写入。',
    means: '原来的证书都在，照常可用。',
    next: '请打客服热线，看看能不能清理；也可以申请补办一只新的。',
  },
  CERTIFICATE_MISMATCH: {
    what: '新证书和 UKey 里的密钥对不上，没有写入。',
    means: '原证书照常可用。',
    next: '请再试一次；反复出现，请打客服热线，并告诉对方订单号。',
  },
  CERTIFICATE_NOT_FOUND: {
    what: 'UKey 里没有这张证书。',
    means: '它可能已经更换，或不在这只 UKey 里。',
    next: '请核对是不是拿错了一只。',
  },
  WRITE_NOT_VERIFIED: {
    what: '写入后核对没有通过。',
    means: '原证书没有动，照常可用，款项还在。',
    next: '请拔下 UKey 再插回，会自动接着办。',
  },
  SEAL_BROKEN: {
    what: '解锁信息打不开，没有碰 UKey。',
    means: '它不是为这次解锁准备的，或传送中损坏了。',
    next: '请重新开始解锁，免费。',
  },
  SO_PIN_WRONG: {
    what: '这只 UKey 不接受我们保管的管理密码。',
    means: '它可能不是我们制作的，或被别的软件改过。',
    next: '请不要再试，改办补办，新的 UKey 会寄给您。',
  },
  SO_PIN_LOCKED: {
    what: '这只 UKey 的管理密码已锁定，不能再解锁。',
    means: '证书没有损坏，但这只 UKey 不能再设新密码。',
    next: '请申请补办，新的 UKey 会寄给您。',
  },
  KEY_NOT_BLANK: {
    what: '这只 UKey 不是空白的，没有初始化。',
    means: '里面可能有别人的证书，初始化会全部清除。',
    next: '请换一只空白的；确实要重制，请由管理员下达指明序列号的工单。',
  },
  SERVICE_UNREACHABLE: {
    what: '连不上证桥的线上服务。',
    means: '可能是网络断了。UKey 的查看不受影响，已保存的内容都在。',
    next: '请检查网络；恢复后会自动继续。',
  },
  SERVICE_NOT_READY: {
    what: '线上服务暂时不能办理。',
    means: '我们正在恢复，已保存的内容都在。',
    next: '请过几分钟再来，会自动重试。',
  },
  CHANNEL_UNKNOWN: {
    what: '没有找到这个办理渠道。',
    means: '链接可能过期或输错了。',
    next: '请从交易平台的登录页重新进入，或另选一个渠道。',
  },
  ROUTE_UNKNOWN: {
    what: '没有这个地址。',
    means: '链接可能输错，或功能已经搬走。',
    next: '请更新浏览器扩展，再试一次。',
  },
};
