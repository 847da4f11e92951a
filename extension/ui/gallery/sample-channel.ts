import type { Channel } from '@certbridge/shared/domain/channel.ts';

const UNIT_MATERIALS: Channel['offers'][number]['materials'] = [
  'business-licence',
  'legal-representative-id',
  'operator-id-portrait',
  'operator-id-emblem',
  'authorisation-letter',
];

/** Invented, with something of every kind in it. */
export const SAMPLE_CHANNEL: Channel = {
  id: 'shangqiu-ggzy',
  name: '示例市公共资源交易中心',
  offers: [
    offer('new-unit', { reviewWorkingDays: { from: 3, to: 3 }, materials: UNIT_MATERIALS }),
    offer('new-person', {
      paymentWays: ['alipay', 'wechat', 'remittance', 'treasury'],
      reviewWorkingDays: { from: 3, to: 3 },
      materials: ['operator-id-portrait', 'operator-id-emblem'],
    }),
    offer('renew', {}),
    offer('unlock', { fixedPrice: 0, paymentWays: [] }),
    offer('change', { fixedPrice: 0, paymentWays: [] }),
    offer('reissue', {
      fixedPrice: 10_000,
      paymentWays: ['remittance'],
      reviewWorkingDays: { from: 3, to: 5 },
      materials: [...UNIT_MATERIALS, 'remittance-voucher'],
      onPaper: 'also',
    }),
    offer('revoke', { fixedPrice: 0, paymentWays: [], reviewWorkingDays: { from: 3, to: 3 }, onPaper: 'only' }),
  ],
  products: [
    {
      id: 'unit-main',
      name: '单位证书（主锁）',
      holder: 'unit',
      carrier: 'key',
      keyRole: 'main',
      years: [1, 2, 3],
      price: { certificatePerYear: 30_000, key: 10_000, seal: 10_000 },
      keyOptional: false,
      seals: ['company', 'company-and-legal-representative'],
      materials: ['seal-sheet'],
    },
    {
      id: 'unit-sub',
      name: '单位证书（副锁）',
      holder: 'unit',
      carrier: 'key',
      keyRole: 'sub',
      years: [1, 2, 3],
      price: { certificatePerYear: 30_000, key: 10_000, seal: 10_000 },
      keyOptional: false,
      seals: ['none'],
      materials: [],
    },
    {
      id: 'person',
      name: '个人证书',
      holder: 'person',
      carrier: 'key',
      years: [1],
      price: { certificatePerYear: 6_000, key: 2_800, seal: 5_000 },
      keyOptional: true,
      seals: ['none', 'personal'],
      materials: ['personal-seal-sheet'],
    },
  ],
  unitVerifications: ['legal-representative-phone', 'legal-representative-card', 'account-transfer'],
  personVerifications: ['phone', 'bank-card'],
  form: { hidden: [], required: [] },
  materialLimitBytes: 1_572_864,
  renewal: { daysBeforeEnd: 90, daysAfterEnd: 365 },
  posting: { posted: true, workingDays: 5, text: '审核通过后用快递寄到申请时填写的地址，费用由我们承担。' },
  hotline: { phone: '400-000-0000', hours: '工作日 8:30–17:30' },
};

function offer(
  business: Channel['offers'][number]['business'],
  more: Partial<Channel['offers'][number]>,
): Channel['offers'][number] {
  return {
    business,
    paymentWays: ['alipay', 'wechat'],
    materials: [],
    authorisationCode: false,
    onPaper: 'no',
    ...more,
  };
}
