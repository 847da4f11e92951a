import { askExtension } from '../support/ask-extension.ts';
import { expect, test } from '../support/world-test.ts';

test('a page that writes itself anew, with fields named as methods, keeps button and door; Esc closes the panel', async ({
  desk,
}) => {
  const page = await desk.openPortal('shangqiu');
  await desk.openPanel(page);
  await page.evaluate(() => {
    document.open();
    document.write(`<form style="inline-size:400px">
      <input name="append"><input name="isConnected"><input name="closest"><input name="checkVisibility">
      <input type="password" name="password"></form>`);
    document.close();
  });
  await expect(async () => expect(page.frames()).toHaveLength(1)).toPass();
  const hello = { type: 'request', id: 'a', operation: 'hello', input: {} };
  expect(await askExtension(page, hello)).toMatchObject({ result: { ok: true } });

  const panel = await desk.openPanel(page);
  await panel.getByRole('button', { name: '更多' }).press('Enter');
  const menu = panel.getByText('检查运行环境');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(panel.getByText('请插入 UKey')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(async () => expect(page.frames()).toHaveLength(1)).toPass();
});
