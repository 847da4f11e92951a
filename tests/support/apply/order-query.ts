import type { World } from '../../../scripts/world/start-world.ts';
import { expect } from '../patient-expect.ts';
import { openPhones } from '../read-code.ts';
import { answerCaptcha } from './answer-captcha.ts';
import { fieldOf, type Panel } from './fill-fields.ts';
import type { SamplePerson } from './people.ts';

/** From the query's first screen into somebody's orders, by the code from the phone. */
export async function enterQuery(panel: Panel, { idNumber, mobile }: SamplePerson, world: World): Promise<void> {
  const phones = await openPhones(world.sandbox.url);
  await askForOrders(panel, idNumber);
  const code = fieldOf(panel, '短信验证码');
  await expect(code).toBeVisible();
  await code.fill(await phones.readCode(mobile));
  await expect(code).toBeHidden();
}

export async function askForOrders(panel: Panel, idNumber: string): Promise<void> {
  await fieldOf(panel, '经办人证件号码').fill(idNumber);
  await answerCaptcha(panel);
  await panel.getByRole('button', { name: '获取短信验证码' }).click();
}

/** In the dialog that says what cancelling leads to. */
export async function cancelInDialog(panel: Panel): Promise<void> {
  const dialog = panel.getByRole('dialog', { name: '取消这笔申请？' });
  await dialog.getByRole('button', { name: '取消申请' }).click();
  await expect(dialog).toBeHidden();
}
