import type { GeneralErrorTexts } from '../language.ts';

const ASK_HOTLINE = '请重试一次；还不行，请打客服热线，并告诉对方下面的代码。';
const UPDATE_EXTENSION = '请更新浏览器扩展：打开浏览器的“扩展程序”页，点“更新”。';
const INSTALL_HOST = '请下载安装本机组件，约 1 分钟，不用重启。';

export const generalErrorTexts: GeneralErrorTexts = {
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
