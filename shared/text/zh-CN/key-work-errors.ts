import type { KeyWorkErrorTexts } from '../language.ts';

export const keyWorkErrorTexts: KeyWorkErrorTexts = {
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
  PIN_CHARACTERS: {
    what: '密码里有这只 UKey 不接受的字符，没有写入。',
    means: 'UKey 没有被改动，也没有消耗次数。',
    next: '请换一个只含数字，或只含数字和英文字母的密码。',
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
  LABEL_TOO_LONG: {
    what: '名称太长，这只 UKey 写不下，没有初始化。',
    means: '最多 {max} 字节，一个汉字占 3 字节；UKey 没有被改动。',
    next: '请换一个短些的名称，重新下达工单。',
  },
};
