import { expect } from 'playwright/test';
import type { World } from '../../scripts/world/start-world.ts';
import { hostProcesses } from '../support/host-process.ts';
import { openDesk } from '../support/open-desk.ts';
import type { Album } from './album.ts';

/** What a person reads when something on the computer is missing. */
export async function walkFailures(world: World, album: Album): Promise<void> {
  album.chapter({ zh: '出了问题，说清楚', en: 'When something is wrong, it is said' });
  const desk = await openDesk(world);
  const page = await desk.openPortal('beijing');
  const panel = await desk.openPanel(page);
  await expect(panel.getByText('请插入 UKey')).toBeVisible();
  await world.unregisterInProfile(desk.userDataDir);
  for (const pid of await hostProcesses(world.hostConfigPath)) process.kill(pid, 'SIGKILL');
  await expect(panel.getByText('没有找到本机组件')).toBeVisible();
  await album.picture(page, 'host-missing', {
    zh: '本机组件没有安装：面板说明不影响什么、下一步做什么；装好后会自己恢复。',
    en: 'The helper is not installed: the panel says what still works and what to do, and recovers by itself.',
  });
  await desk.leave();
}
