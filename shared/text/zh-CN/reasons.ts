import type { HintTexts, ReasonTexts } from '../field-text.ts';

export const reasonTexts: ReasonTexts = {
  missing: { what: '这一项还没有填。', mend: '请填写。' },
  'not-offered': { what: '这一项不在可选范围内。', mend: '请从列表里选一项。' },

  'credit-code-length': { what: '统一社会信用代码是 18 位。', mend: '请对照营业执照，补上漏掉的或去掉多出的。' },
  'credit-code-old-number': {
    what: '这是 15 位的旧注册号。',
    mend: '请填营业执照上 18 位的统一社会信用代码。',
  },
  'credit-code-characters': {
    what: '统一社会信用代码里没有 I、O、S、V、Z，也没有符号。',
    mend: '可能是数字 1、0、5、2，请对照营业执照改正。',
  },
  'credit-code-office': {
    what: '开头 8 位不是登记机关的代码。',
    mend: '请对照营业执照核对这 8 位，第 3 到 8 位都是数字。',
  },
  'credit-code-check-character': {
    what: '这个代码和它的最后一位校验码对不上。',
    mend: '请对照营业执照逐位核对，常见的是错一位或两位颠倒。',
  },

  'resident-id-old-number': { what: '这是 15 位的旧身份证号，已经停用。', mend: '请填现在身份证上的 18 位号码。' },
  'resident-id-length': { what: '身份证号是 18 位。', mend: '请对照身份证，补上漏掉的或去掉多出的。' },
  'resident-id-characters': {
    what: '身份证号只有数字，最后一位可以是 X。',
    mend: '请去掉别的字符，再对照身份证看一遍。',
  },
  'resident-id-region': { what: '开头两位不是省级地区的代码。', mend: '请对照身份证核对前 6 位。' },
  'resident-id-birthday': {
    what: '第 7 到 14 位是出生年月日，填的不是一个真实的日期。',
    mend: '请对照身份证核对这 8 位。',
  },
  'resident-id-birthday-future': {
    what: '第 7 到 14 位是出生年月日，填的日期还没有到。',
    mend: '请对照身份证核对这 8 位。',
  },
  'resident-id-check-digit': {
    what: '这个号码和它的最后一位校验码对不上。',
    mend: '请对照身份证逐位核对，常见的是错一位或两位颠倒。',
  },

  'passport-form': { what: '护照号是 5 到 9 位字母和数字。', mend: '请对照护照资料页填写，例如 E12345678。' },
  'officer-form': { what: '军官证号的写法对不上。', mend: '请对照证件填写，例如 军字第1234567号。' },
  'hk-macao-permit-form': {
    what: '通行证号是 H 或 M 加 8 位数字。',
    mend: '请对照港澳居民来往内地通行证填写，例如 H12345678。',
  },
  'taiwan-permit-form': {
    what: '通行证号是 8 位数字，旧证是 10 位。',
    mend: '请对照台湾居民来往大陆通行证填写，例如 12345678。',
  },
  'police-form': { what: '警士证号的写法对不上。', mend: '请对照证件填写，例如 武字第1234567号。' },
  'soldier-form': { what: '军士证号的写法对不上。', mend: '请对照证件填写，例如 士字第1234567号。' },

  'mobile-characters': { what: '手机号里只有数字。', mend: '请去掉别的字符。' },
  'mobile-abroad': {
    what: '这是境外的手机号，收不到验证短信。',
    mend: '请填中国境内的手机号，11 位，以 1 开头。',
  },
  'mobile-length': { what: '手机号是 11 位。', mend: '请补上漏掉的或去掉多出的。' },
  'mobile-prefix': { what: '手机号以 13 到 19 开头。', mend: '请核对前两位；座机请填在单位电话里。' },

  'phone-characters': {
    what: '电话里有不认识的字符。',
    mend: '请只填数字，分机前加“转”或短横线，例如 010-12345678-801。',
  },
  'phone-area-code': { what: '座机前面还差区号。', mend: '请补上区号，例如 0370-1234567。' },
  'phone-form': {
    what: '这个电话的位数对不上。',
    mend: '请填带区号的座机、400 电话或手机号，例如 010-12345678。',
  },

  'bank-card-characters': { what: '银行卡号里只有数字。', mend: '请去掉别的字符；空格可以留着。' },
  'bank-card-length': { what: '银行卡号是 12 到 19 位。', mend: '请对照卡面，补上漏掉的或去掉多出的。' },
  'bank-card-check-digit': {
    what: '这个卡号和它的最后一位校验码对不上。',
    mend: '请对照卡面逐位核对，常见的是错一位或两位颠倒。',
  },

  'email-form': { what: '邮箱由 @ 分成前后两段。', mend: '请补完整，例如 name@example.com。' },
  'email-characters': { what: '@ 前面有邮箱不用的字符。', mend: '请只用字母、数字、点、短横线和下划线。' },
  'email-domain': { what: '@ 后面不像一个邮箱地址。', mend: '请核对后半段，例如 qq.com、163.com。' },
  'email-long': { what: '邮箱太长了。', mend: '请核对一遍，或换一个邮箱。' },

  'address-digits': { what: '地址里只有数字。', mend: '请写上区县、街道和门牌号。' },
  'address-short': { what: '地址太短，快递员会找不到。', mend: '请写到区县、街道和门牌号。' },
  'address-long': { what: '地址超过 100 个字，快递单上印不下。', mend: '请去掉说明，只留地址。' },
  'address-characters': { what: '地址里有快递单印不出的字符。', mend: '请去掉表情或特殊符号。' },

  'name-short': { what: '姓名至少两个字。', mend: '请填证件上的全名。' },
  'name-long': { what: '姓名超过 50 个字。', mend: '请只填证件上的姓名。' },
  'name-dots': { what: '姓名里间隔点的位置不对。', mend: '请照证件写，点在两段之间，例如 买买提·艾力。' },
  'name-characters': {
    what: '姓名里有证件上不会出现的字符。',
    mend: '请照证件填中文姓名，或护照上的字母姓名，不要混写。',
  },

  'unit-name-short': { what: '单位名称太短。', mend: '请照营业执照填全称。' },
  'unit-name-long': { what: '单位名称超过 100 个字。', mend: '请只填营业执照上的名称。' },
  'unit-name-characters': {
    what: '单位名称里有执照上不会出现的字符，或没有文字。',
    mend: '请照营业执照填写。',
  },

  'taxpayer-length': {
    what: '纳税人识别号是 18 位，少数是 15、17 或 20 位。',
    mend: '单位请填统一社会信用代码。',
  },
  'taxpayer-characters': {
    what: '纳税人识别号里有不会出现的字符。',
    mend: '请只填数字和字母，注意区分 1 和 I、0 和 O。',
  },
  'taxpayer-check-character': {
    what: '这个号码和它的最后一位校验码对不上。',
    mend: '单位请填统一社会信用代码，并对照营业执照逐位核对。',
  },

  'account-characters': { what: '账号里有不会出现的字符。', mend: '请对照开户许可或网银填写，只填数字。' },
  'account-length': { what: '账号是 6 到 32 位。', mend: '请对照开户许可或网银，补上漏掉的或去掉多出的。' },

  'bank-name-no-bank': {
    what: '从名称看不出是哪家银行。',
    mend: '请写全称，例如 商丘农村商业银行，不要只写支行。',
  },
  'bank-name-long': { what: '银行名称超过 60 个字。', mend: '请只填银行的名称。' },
  'bank-name-characters': { what: '银行名称里有不会出现的字符。', mend: '请只用文字、字母、数字和括号。' },

  'text-long': { what: '这一项写得太长。', mend: '请写短一些。' },
  'text-characters': { what: '这一项里有印不出的字符。', mend: '请去掉表情或特殊符号。' },
};

export const hintTexts: HintTexts = {
  'email-office-mailbox': '单位的办公邮箱常会拦下外来邮件，电子发票可能收不到。建议改用自己的邮箱，例如 QQ、163 邮箱。',
};

export const repairText = '改为 {value}';
