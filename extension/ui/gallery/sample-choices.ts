export const WAYS = [
  { value: 'phone', title: '手机号', text: '法定代表人本人' },
  { value: 'card', title: '银行卡', text: '法定代表人本人' },
  { value: 'transfer', title: '对公账户', text: '收款 0.01 元', unavailable: '今晚维护，06:00 后可以用' },
];

export const BANKS = [
  { id: 'icbc', name: '中国工商银行', also: ['ICBC', 'gsyh'] },
  { id: 'abc', name: '中国农业银行', also: ['ABC', 'nyyh'] },
  { id: 'boc', name: '中国银行', also: ['BOC', 'zgyh'] },
  { id: 'ccb', name: '中国建设银行', also: ['CCB', 'jsyh'] },
  { id: 'bocom', name: '交通银行', also: ['BCM', 'jtyh'] },
  { id: 'psbc', name: '中国邮政储蓄银行', also: ['PSBC', 'ycyh'] },
  { id: 'cmb', name: '招商银行', also: ['CMB', 'zsyh'] },
  { id: 'spdb', name: '上海浦东发展银行', also: ['SPDB', 'pfyh'] },
];

export const OTHER_BANK = { id: 'other', name: '其他银行，自己填写' };

export const PROVINCES = [
  { code: '11', name: '北京市', cities: [{ code: '1101', name: '北京市' }] },
  {
    code: '41',
    name: '河南省',
    cities: [
      { code: '4101', name: '郑州市' },
      { code: '4114', name: '商丘市' },
    ],
  },
];

/** Drawn as the service draws it: a picture, not a text. */
export const CAPTCHA_PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="36"><rect width="120" height="36" fill="#f3efe4"/><path d="M4 28C30 4 70 34 116 8" stroke="#b9b29c" fill="none"/><text x="60" y="25" font-size="20" text-anchor="middle" fill="#3b3f45" transform="rotate(-4 60 18)">7 + 5 = ?</text></svg>',
)}`;
