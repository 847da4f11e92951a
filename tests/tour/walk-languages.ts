import { expect } from 'playwright/test';
import type { World } from '../../scripts/world/start-world.ts';
import { openDesk } from '../support/open-desk.ts';
import type { Album } from './album.ts';

/** The same counter in English, in the dark, and in a tab of its own. */
export async function walkLanguages(world: World, album: Album): Promise<void> {
  album.chapter({ zh: '英文与深色', en: 'English and dark' });
  const desk = await openDesk(world, { language: 'en' });
  await world.usb.plug('ukey-0926');
  const page = await desk.openPortal('tongyong');
  await page.emulateMedia({ colorScheme: 'dark' });
  const panel = await desk.openPanel(page);
  await expect(panel.getByRole('heading', { name: '示例建设工程有限公司' })).toBeVisible();
  await expect(panel.getByText('Expires soon', { exact: true })).toBeVisible();
  await album.picture(page, 'panel-english-dark', {
    zh: '浏览器是英文、系统是深色时，面板跟着变；证书里的名称保持原样。',
    en: 'With an English browser and a dark system the panel follows; names in certificates stay as they are.',
  });
  await desk.leave();
}
