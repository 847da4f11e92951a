import type { ApplicationForm, DocumentHead, PrintedPerson, PrintedUnit } from '../document-data.ts';

export const HEAD: DocumentHead = {
  channel: '北京市公共资源交易服务区级分平台',
  business: '新办单位证书',
  orderNumber: 'CB20251214000123',
  madeAt: new Date('2025-12-14T07:28:40Z'),
};

/** Two rare characters that the font has (䶮, 𬭎), and one that it has not (𠮷). */
export const OPERATOR: PrintedPerson = { name: '欧阳䶮𬭎', idKind: '居民身份证', idNumber: '11010519491231002X' };

export const UNIT: PrintedUnit = {
  name: '北京𠮷祥建筑工程有限公司',
  creditCode: '91110105MA01C2B34T',
  legalRepresentative: '张三',
};

export const FORM: ApplicationForm = {
  head: HEAD,
  sections: [
    {
      title: '单位 Unit',
      rows: [
        { label: '单位名称', value: UNIT.name },
        { label: '统一社会信用代码', value: UNIT.creditCode },
        { label: '部门', value: '招投标管理部' },
        { label: '单位电话', value: '010-58515511' },
        { label: '单位验证方式', value: '法定代表人手机三要素验证，证书密码发送到该手机' },
      ],
    },
    {
      title: '法定代表人 Legal representative',
      rows: [
        { label: '姓名', value: '张三' },
        { label: '手机', value: '13800138000' },
        { label: '证件类型', value: '居民身份证' },
        { label: '证件号码', value: '110105194912310011' },
      ],
    },
    {
      title: '证书 Certificate',
      rows: [
        { label: '产品', value: '1 年期单位证书（主锁）' },
        { label: '介质', value: 'UKey' },
        { label: '有效期', value: '2025-12-14 至 2026-12-14' },
        { label: '印章', value: '单位公章 + 法定代表人章' },
      ],
    },
    {
      title: '发票 Invoice',
      rows: [
        { label: '抬头', value: UNIT.name },
        { label: '税号', value: UNIT.creditCode },
        { label: '地址、电话', value: '北京市朝阳区建国路 88 号院 3 号楼 12 层 1203 室，010-58515511' },
        { label: '开户行及账号', value: '中国工商银行股份有限公司北京建国路支行 0200003109024500123' },
      ],
    },
    {
      title: '经办人 Operator',
      rows: [
        { label: '姓名', value: OPERATOR.name },
        { label: '手机', value: '13900139000' },
        { label: '证件类型', value: OPERATOR.idKind },
        { label: '证件号码', value: OPERATOR.idNumber },
        { label: '电子邮箱', value: 'ouyang.yan@example.com' },
        { label: '备注', value: '' },
      ],
    },
    { title: '邮寄 Posting', rows: [{ label: '收件地址', value: '北京市朝阳区建国路 88 号院 3 号楼 12 层 1203 室' }] },
  ],
  prices: [
    { name: '单位证书（1 年）', count: 1, each: 11_000, amount: 11_000 },
    { name: 'UKey', count: 1, each: 10_000, amount: 10_000 },
    { name: '电子印章', count: 1, each: 10_000, amount: 10_000 },
  ],
  total: 31_000,
  consents: [
    { title: '数字证书服务协议', version: '2026-11-01', agreedAt: new Date('2025-12-14T07:20:05Z') },
    { title: '隐私政策', version: '2026-11-01', agreedAt: new Date('2025-12-14T07:20:05Z') },
  ],
  digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  signing: { by: OPERATOR.name, way: '短信验证码（139****9000）', at: new Date('2025-12-14T07:28:40Z') },
};
