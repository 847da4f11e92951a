import type { World } from '../../../scripts/world/start-world.ts';
import {
  atStep,
  begin,
  confirm,
  endForm,
  fillPage,
  orderNumber,
  sign,
  submit,
  uploadAll,
} from '../apply/application.ts';
import { chosen, type Fill, fillFields, type Panel, typed } from '../apply/fill-fields.ts';
import { address, operatorByPhone } from '../apply/form-pages.ts';
import type { SamplePerson } from '../apply/people.ts';
import { openPhones } from '../read-code.ts';

export interface Applicant {
  readonly person: SamplePerson;
  readonly world: World;
}

/** A person's certificate, from the panel's home to the page on which it is paid; answers the order's number. */
export async function comeToPay(panel: Panel, applicant: Applicant): Promise<string> {
  return walk(panel, applicant, { product: [chosen('电子印章', '不要印章')], last: '邮寄与提交', fields: address });
}

/** The same at a government office, into a key already held: it may be paid by bank as well. */
export async function comeToPayAtOffice(panel: Panel, applicant: Applicant): Promise<string> {
  return walk(panel, applicant, {
    product: [chosen('要不要新的 UKey', '不要，用现有的')],
    last: '核对与提交',
    fields: [],
  });
}

interface Rest {
  readonly product: readonly Fill[];
  readonly last: string;
  readonly fields: readonly Fill[];
}

async function walk(panel: Panel, { person, world }: Applicant, { product, last, fields }: Rest): Promise<string> {
  await begin(panel, '新办个人证书');
  await fillPage(panel, [...operatorByPhone(person), typed('所在单位', '示例市政工程有限公司')], '产品与发票');
  await fillPage(panel, product, last);
  await fillFields(panel, fields);
  await endForm(panel);
  await confirm(panel, '上传材料');
  await uploadAll(panel);
  await submit(panel);
  await sign(panel, { phones: await openPhones(world.sandbox.url), number: person.mobile });
  await atStep(panel, '付款');
  return orderNumber(panel);
}
