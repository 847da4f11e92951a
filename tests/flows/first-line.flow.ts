import { ClosedShadow } from '../support/closed-shadow.ts';
import { hostProcesses } from '../support/host-process.ts';
import { APPLY_BUTTON } from '../support/open-desk.ts';
import { expect, test } from '../support/world-test.ts';

const HOLDER = '示例建设工程有限公司';
const CARD = 'ukey-0926';

for (const portal of ['shangqiu', 'tongyong', 'beijing']) {
  test(`${portal}: from the login page to the key and back, through every failure of the way`, async ({
    world,
    desk,
  }) => {
    const page = await desk.openPortal(portal);
    const panel = await desk.openPanel(page);
    await expect(panel.getByText('请插入 UKey')).toBeVisible();

    const popup = await desk.openPopup();
    await expect(popup.getByText('没有插入 UKey')).toBeVisible();
    await page.bringToFront();

    await test.step('a plugged card appears by itself, with its certificate, in the panel and the popup', async () => {
      const plugged = performance.now();
      await world.usb.plug(CARD);
      await expect(panel.getByRole('heading', { name: HOLDER })).toBeVisible();
      test
        .info()
        .annotations.push({ type: 'visible after', description: `${Math.round(performance.now() - plugged)} ms` });
      await expect(panel.getByText('即将到期', { exact: true })).toBeVisible();
      await expect(popup.getByRole('heading', { name: HOLDER })).toBeVisible();
    });

    await test.step('a pulled card is gone', async () => {
      await world.usb.pull(CARD);
      await expect(panel.getByRole('heading', { name: HOLDER })).toBeHidden();
      await expect(panel.getByText('请插入 UKey')).toBeVisible();
      await expect(popup.getByRole('heading', { name: HOLDER })).toBeHidden();
    });

    await test.step('a killed host is said, and comes back by itself', async () => {
      await world.usb.plug(CARD);
      await expect(panel.getByRole('heading', { name: HOLDER })).toBeVisible();
      const said = panel.getByText('本机组件停了，正在重新连接').first().waitFor({ state: 'attached' });
      const before = await hostProcesses(world.hostConfigPath);
      expect(before.length).toBe(1);
      for (const pid of before) process.kill(pid, 'SIGKILL');
      await said;
      await expect(async () => {
        const after = await hostProcesses(world.hostConfigPath);
        expect(after).toHaveLength(1);
        expect(after).not.toEqual(before);
      }).toPass();
      await expect(panel.getByText('本机组件停了，正在重新连接').first()).toBeHidden();
      await expect(panel.getByRole('heading', { name: HOLDER })).toBeVisible();
    });

    await test.step('a host that is not registered is called exactly that, with the next step, until it is', async () => {
      await world.unregisterInProfile(desk.userDataDir);
      for (const pid of await hostProcesses(world.hostConfigPath)) process.kill(pid, 'SIGKILL');
      await expect(panel.getByText('没有找到本机组件')).toBeVisible();
      await expect(panel.getByText('请下载安装本机组件')).toBeVisible();
      await expect(panel.getByText('新办单位证书')).toBeVisible();
      await world.registerInProfile(desk.userDataDir);
      await expect(panel.getByRole('heading', { name: HOLDER })).toBeVisible();
      await expect(panel.getByText('没有找到本机组件')).toBeHidden();
    });

    await test.step('there is still exactly one button, and the panel folds away by the keyboard', async () => {
      await new ClosedShadow(page).theButton(APPLY_BUTTON);
      await panel.getByRole('button', { name: '收起面板' }).press('Enter');
      await expect(async () => {
        expect(page.frames().some((frame) => frame.url().startsWith('chrome-extension://'))).toBe(false);
      }).toPass();
    });
  });
}
