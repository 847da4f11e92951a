import { expect } from '../patient-expect.ts';
import type { PhoneReader } from '../read-code.ts';
import { answerCaptcha } from './answer-captcha.ts';
import { type Fill, fieldOf, fillFields, type Panel } from './fill-fields.ts';
import { pictureOf } from './pictures.ts';

export async function begin(panel: Panel, business: '新办单位证书' | '新办个人证书'): Promise<void> {
  // Until the host has answered, what stands below the keys still moves.
  await expect(panel.getByText('请插入 UKey')).toBeVisible();
  await panel.getByRole('button', { name: new RegExp(`^${business}`) }).click();
  await panel.getByRole('button', { name: '开始办理' }).click();
  await atStep(panel, business === '新办单位证书' ? '单位信息' : '本人信息');
}

export async function atStep(panel: Panel, title: string | RegExp): Promise<void> {
  await expect(panel.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Fills in a page of the form, and goes on to the next. */
export async function fillPage(panel: Panel, fields: readonly Fill[], next: string): Promise<void> {
  await fillFields(panel, fields);
  await panel.getByRole('button', { name: `下一步：${next}` }).click();
  await atStep(panel, next);
}

/** The last page of the form: the sum, the consent, and on to what was filled in. */
export async function endForm(panel: Panel): Promise<void> {
  await answerCaptcha(panel);
  await panel.getByRole('checkbox').check();
  await panel.getByRole('button', { name: '填好了，去确认' }).click();
  await atStep(panel, '确认申请');
}

export async function confirm(panel: Panel, next: '上传材料' | '填授权码'): Promise<void> {
  await panel.getByRole('button', { name: '确认无误' }).click();
  await atStep(panel, next);
}

export async function authorise(panel: Panel, code: string): Promise<void> {
  await fieldOf(panel, '6 位授权码').fill(code);
  await atStep(panel, '上传材料');
}

/** A picture for every slot that is still empty. */
export async function uploadAll(panel: Panel): Promise<void> {
  const slots = panel.getByLabel(/^选文件：/);
  const names = await slots.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label') ?? ''));
  for (const label of names) {
    const material = label.replace(/^选文件：/, '');
    await fieldOf(panel, label).setInputFiles(await pictureOf(material));
    await expect(slotOf(panel, material)).toContainText('已上传');
  }
}

export function slotOf(panel: Panel, material: string) {
  return panel.getByRole('group', { name: material, exact: true });
}

export async function submit(panel: Panel): Promise<void> {
  await panel.getByRole('button', { name: '提交材料' }).click();
  await atStep(panel, '签署申请');
}

/** Signs with the code that comes to the operator's phone. */
export async function sign(panel: Panel, phone: { readonly phones: PhoneReader; readonly number: string }) {
  await panel.getByRole('button', { name: '发送签署验证码' }).click();
  const code = fieldOf(panel, '签署验证码');
  await expect(code, 'the button is gone, the focus is not').toBeFocused();
  await code.fill(await phone.phones.readCode(phone.number));
}

/** As it stands on every step, once the order exists. */
export async function orderNumber(panel: Panel): Promise<string> {
  const text = await panel
    .getByText(/^订单号 \S+$/)
    .first()
    .innerText();
  return text.replace('订单号 ', '').trim();
}
