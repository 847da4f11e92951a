import { expect } from 'playwright/test';
import type { World } from '../../scripts/world/start-world.ts';
import { openDesk } from '../support/open-desk.ts';
import type { Album } from './album.ts';

const UNIT = '示例建设工程有限公司';

/** Keys come and go, and every screen follows by itself. */
export async function walkKeys(world: World, album: Album): Promise<void> {
  album.chapter({ zh: '插上 UKey，证书自己出现', en: 'Plug a key, and its certificate appears' });
  const desk = await openDesk(world);
  const page = await desk.openPortal('shangqiu');
  const panel = await desk.openPanel(page);
  await expect(panel.getByText('请插入 UKey')).toBeVisible();
  await world.usb.plug('ukey-0926');
  await expect(panel.getByRole('heading', { name: UNIT })).toBeVisible();
  await expect(panel.getByText('办理业务')).toBeVisible();
  await album.picture(page, 'panel-with-key', {
    zh: '插上 UKey 不到一秒，持有者、尾号、有效期和剩余天数都在面板里，没有刷新页面。',
    en: 'Within a second of plugging it, the key shows its holder, number, end date and days left, without a reload.',
  });

  await world.usb.plug('ukey-0408');
  await world.usb.plug('ukey-1127');
  await world.usb.plug('ukey-0315');
  const popup = await desk.openPopup();
  await popup.setViewportSize({ width: 360, height: 600 });
  await expect(popup.getByRole('heading', { name: '张示例' })).toBeVisible();
  await expect(popup.getByRole('heading', { name: '示例园林绿化有限公司' })).toBeVisible();
  await album.picture(popup, 'popup-four-keys', {
    zh: '工具栏弹窗列出插着的每一只：可以使用、即将到期、已过期、已锁定。',
    en: 'The popup lists every plugged key: valid, ending soon, expired, locked.',
  });
  await popup.close();

  const usb = await desk.context.newPage();
  await usb.goto(new URL('usb', world.sandbox.url).href);
  await expect(usb.getByText(UNIT).first()).toBeVisible();
  await album.picture(usb, 'usb-port', {
    zh: '演示用的“USB 口”：在这里插上、拔下虚拟 UKey。两只是真会拔出的智能卡，两只是 SoftHSM。',
    en: 'The demo’s USB port, where virtual keys are plugged and pulled: two true smart cards and two SoftHSM tokens.',
  });
  await desk.leave();
}
