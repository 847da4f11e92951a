import type { Frame, Page } from 'playwright';
import { expect } from './patient-expect.ts';

const LANGUAGES = { 'zh-CN': { name: '中文', html: 'zh-CN' }, en: { name: 'English', html: 'en' } } as const;

/** Changes the panel's language by its menu, and closes the menu again. */
export async function speak(panel: Page | Frame, language: keyof typeof LANGUAGES): Promise<void> {
  const { name, html } = LANGUAGES[language];
  const more = panel.getByRole('button', { name: /^(更多|More)$/ });
  const choice = panel.getByRole('radio', { name, exact: true });
  await more.click();
  await choice.check();
  await expect(panel.locator('html')).toHaveAttribute('lang', html);
  await choice.press('Escape');
  await expect(choice).toBeHidden();
}
