import type { Page } from 'playwright';
import { slotOf, uploadAll } from '../support/apply/application.ts';
import { fieldOf } from '../support/apply/fill-fields.ts';
import { openPhone } from '../support/apply/open-phone.ts';
import { pictureOf, tooLargePicture } from '../support/apply/pictures.ts';
import type { Desk } from '../support/open-desk.ts';
import { expect } from '../support/patient-expect.ts';
import type { Album } from './album.ts';
import type { Caption } from './chapter.ts';

export interface MaterialsWalk {
  readonly desk: Desk;
  readonly panel: Page;
  readonly album: Album;
  readonly picture: (name: string, caption: Caption) => Promise<void>;
}

/** One picture too large, one from a file, one from the phone, then all of them. */
export async function walkMaterials({ desk, panel, album, picture }: MaterialsWalk): Promise<void> {
  await fieldOf(panel, '选文件：营业执照').setInputFiles(await tooLargePicture('licence'));
  await expect(slotOf(panel, '营业执照')).toContainText('没有上传');
  await fieldOf(panel, '选文件：授权书，加盖公章').setInputFiles(await pictureOf('letter'));
  await expect(slotOf(panel, '授权书，加盖公章')).toContainText('已上传');
  const given = desk.context.waitForEvent('response', (reply) => reply.url().endsWith('/phone'));
  await slotOf(panel, '法定代表人身份证件').getByRole('button', { name: '用手机拍' }).click();
  await expect(panel.getByRole('img', { name: '用手机拍：法定代表人身份证件' })).toBeVisible();
  await picture('materials', {
    zh: '材料：太大的图片可以压缩，也可以用手机拍。',
    en: 'Materials: a picture that is too large is shrunk, or it is taken with the phone.',
  });
  const { value } = (await (await given).json()) as { value: { url: string } };
  await takeOnPhone(value.url, album);
  await expect(slotOf(panel, '法定代表人身份证件')).toContainText('已上传');
  await slotOf(panel, '营业执照').getByRole('button', { name: '自动压缩' }).click();
  await expect(slotOf(panel, '营业执照')).toContainText('已上传');
  await uploadAll(panel);
  await picture('materials-complete', { zh: '材料齐了。', en: 'The materials are complete.' });
}

async function takeOnPhone(url: string, album: Album): Promise<void> {
  const browser = await openPhone();
  const phone = await browser.newPage({ viewport: { width: 390, height: 640 } });
  await phone.goto(url);
  await phone.locator('input[type=file]').setInputFiles(await pictureOf('camera'));
  await expect(phone.getByText('已传到电脑上，可以关闭本页。')).toBeVisible();
  await album.picture(phone, 'apply-phone', {
    zh: '手机上的页面：拍好就传到电脑上，链接只用一次。',
    en: 'The page on the phone: the picture goes to the computer, and the link works once.',
  });
  await browser.close();
}
