import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';

/** A company that does not exist, with numbers that could. */
export const UNIT_APPLICATION: FormFields = {
  'unitCheck.way': 'legal-representative-phone',
  'unit.name': '示例建设工程有限公司',
  'unit.creditCode': '91110000600037341L',
  'unit.phone': '010-58515511',
  'legal.name': '赵示例',
  'legal.mobile': '13800138001',
  'legal.idKind': 'resident-id',
  'legal.idNumber': '11010519491231002X',
  'product.id': 'unit-main',
  'product.years': '1',
  'product.seal': 'company',
  'invoice.taxpayerNumber': '91110000600037341L',
  'operatorCheck.way': 'phone',
  'operator.name': '李示例',
  'operator.mobile': '13900006688',
  'operator.idKind': 'resident-id',
  'operator.idNumber': '11010519491231002X',
  'operator.email': 'operator@example.cn',
  'posting.province': '410000',
  'posting.city': '411400',
  'posting.address': '示例区示例路 1 号 2 单元 301',
};

/** The same, proved by a transfer. */
export const TRANSFER_APPLICATION: FormFields = {
  ...UNIT_APPLICATION,
  'unitCheck.way': 'account-transfer',
  'unitCheck.accountNumber': '6222021234567890123',
  'unitCheck.bank': '中国工商银行',
  'unitCheck.province': '410000',
  'unitCheck.city': '411400',
};

export const PERSON_APPLICATION: FormFields = {
  'operatorCheck.way': 'phone',
  'operator.name': '李示例',
  'operator.mobile': '13900006688',
  'operator.idKind': 'resident-id',
  'operator.idNumber': '11010519491231002X',
  'operator.email': 'operator@example.cn',
  'operator.unit': '示例建设工程有限公司',
  'product.id': 'person',
  'product.years': '1',
  'product.key': 'no',
  'product.seal': 'none',
  'invoice.title': '李示例',
};
