import type { Frame, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { World } from '../../scripts/world/start-world.ts';
import { openDesk } from '../support/open-desk.ts';
import type { Album } from './album.ts';

const PORTALS = [
  { id: 'shangqiu', zh: '服务器画好的老式登录页', en: 'a login page drawn by the server' },
  { id: 'tongyong', zh: '登录框晚到、还会重画的单页应用', en: 'a single-page app that draws its login late and again' },
  { id: 'beijing', zh: '安全策略很严、全局样式很霸道的页面', en: 'a page with a strict policy and hostile styles' },
];

/** The same button and the same panel on three platforms that have nothing in common. */
export async function walkPortals(world: World, album: Album): Promise<void> {
  album.chapter({ zh: '在交易平台的页面里', en: "In the platforms' pages" });
  const desk = await openDesk(world);
  for (const portal of PORTALS) {
    const page = await desk.openPortal(portal.id);
    const panel = await desk.openPanel(page);
    await expect(panel.getByText('请插入 UKey')).toBeVisible();
    await expect(panel.getByText('办理业务')).toBeVisible();
    await slidIn(page, panel);
    await album.picture(page, `portal-${portal.id}`, {
      zh: `${portal.zh}：登录框下是“办理、续期数字证书”，点开就是面板。还没有插 UKey。`,
      en: `On ${portal.en}: the apply button below the login window opens the panel. No key is plugged yet.`,
    });
    await page.close();
  }
  await desk.leave();
}

/** A picture of a panel that is still sliding in would show it cut off. */
async function slidIn(page: Page, panel: Frame): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  await expect(async () => {
    const box = await (await panel.frameElement()).boundingBox();
    expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width + 1);
  }).toPass({ timeout: 5_000 });
}
