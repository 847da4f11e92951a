import { chosen, type Fill, found, placed, selected, typed } from './fill-fields.ts';
import { newAccount, SAMPLE_CARD, SAMPLE_UNIT, type SamplePerson } from './people.ts';

const PLACE = { province: '河南省', city: '商丘市' } as const;
const RESIDENT_ID = '居民身份证';

/** The unit's page but for the way in which it is verified. */
function unitAndLegalPerson(legal: SamplePerson): Fill[] {
  return [
    typed('单位名称', SAMPLE_UNIT.name),
    typed('统一社会信用代码', SAMPLE_UNIT.creditCode),
    typed('单位电话', SAMPLE_UNIT.phone),
    typed('法定代表人姓名', legal.name),
    typed('法定代表人手机', legal.mobile),
    selected('法定代表人证件类型', RESIDENT_ID),
    typed('法定代表人证件号码', legal.idNumber),
  ];
}

export function unitByPhone(legal: SamplePerson): Fill[] {
  return [chosen('怎样核验单位身份', '手机号'), ...unitAndLegalPerson(legal)];
}

export function unitByCard(legal: SamplePerson): Fill[] {
  return [
    chosen('怎样核验单位身份', '银行卡'),
    ...unitAndLegalPerson(legal),
    typed('法定代表人银行卡号', SAMPLE_CARD),
    typed('银行预留手机', legal.mobile),
  ];
}

export function unitByTransfer(legal: SamplePerson, account = newAccount()): Fill[] {
  return [
    chosen('怎样核验单位身份', '对公账户'),
    ...unitAndLegalPerson(legal),
    typed('单位银行账号', account),
    found('开户银行', '工行', '中国工商银行'),
    placed('开户行所在地', PLACE),
  ];
}

export function operatorByPhone(person: SamplePerson): Fill[] {
  return [
    chosen('怎样核验身份', '手机号'),
    typed('姓名', person.name),
    typed('手机号码', person.mobile),
    selected('证件类型', RESIDENT_ID),
    typed('证件号码', person.idNumber),
    typed('电子邮箱', 'operator@example.cn'),
  ];
}

export function operatorByCard(person: SamplePerson): Fill[] {
  return [
    ...operatorByPhone(person),
    chosen('怎样核验身份', '银行卡'),
    typed('银行卡号', SAMPLE_CARD),
    typed('银行预留手机', person.mobile),
  ];
}

export const address: readonly Fill[] = [placed('收件地区', PLACE), typed('详细地址', '示例路 1 号 2 单元 301')];
