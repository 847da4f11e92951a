import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';

/** A company that does not exist, with numbers that could. */
export const UNIT_FIELDS: FormFields = {
  'unitCheck.way': 'legal-representative-phone',
  'unit.name': '示例建设工程有限公司',
  'unit.creditCode': '91110000600037341L',
  'unit.phone': '010-58515511',
  'legal.name': '王示例',
  'legal.mobile': '13800138001',
  'legal.idKind': 'resident-id',
  'legal.idNumber': '11010519491231002X',
  'product.id': 'unit-key',
  'product.years': '1',
  'product.seal': 'company',
  'invoice.taxpayerNumber': '91110000600037341L',
  'operatorCheck.way': 'phone',
  'operator.name': '李示例',
  'operator.mobile': '13800138000',
  'operator.idKind': 'resident-id',
  'operator.idNumber': '11010519491231002X',
  'operator.email': 'operator@example.cn',
  'posting.province': '410000',
  'posting.city': '411400',
  'posting.address': '示例路 1 号 2 单元 301',
};
