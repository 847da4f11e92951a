import { askExtension } from '../support/ask-extension.ts';
import { ClosedShadow } from '../support/closed-shadow.ts';
import { reloadExtension } from '../support/reload-extension.ts';
import { stopBackground } from '../support/stop-background.ts';
import { expect, test } from '../support/world-test.ts';

const hello = { type: 'request', id: 'a', operation: 'hello', input: {} };
const PLEASE_RELOAD = /证桥刚刚更新，请刷新本页/;

test('an update of the extension folds its open panel away and asks for a reload of the page', async ({ desk }) => {
  const page = await desk.openPortal('shangqiu');
  const panel = await desk.openPanel(page);
  await expect(panel.getByText('请插入 UKey')).toBeVisible();

  await reloadExtension(desk.context);
  await new ClosedShadow(page).theButton(PLEASE_RELOAD);
  await expect(async () => expect(page.frames()).toHaveLength(1)).toPass();
  expect(await askExtension(page, hello)).toMatchObject({ result: { ok: false, error: { code: 'CONNECTION_LOST' } } });
  await new ClosedShadow(page).press(PLEASE_RELOAD);
  expect(page.frames(), 'the button opens no dead panel').toHaveLength(1);
});

test('one press folds the panel away, however often the background was restarted under it', async ({ desk }) => {
  const page = await desk.openPortal('shangqiu');
  const panel = await desk.openPanel(page);
  await expect(panel.getByText('请插入 UKey')).toBeVisible();
  for (let time = 0; time < 4; time += 1) await stopBackground(desk);
  await page.bringToFront();
  await panel.getByRole('button', { name: '收起面板' }).click();
  await expect(async () => expect(page.frames()).toHaveLength(1)).toPass();
});
