import type { Page } from 'playwright';
import { hasNoBarrier } from './no-barrier.ts';
import { speak } from './speak.ts';

/** WCAG 2.2 by axe, in both languages; the screen stays as it is. */
export async function usableByEverybody(panel: Page): Promise<void> {
  await hasNoBarrier(panel);
  await speak(panel, 'en');
  await hasNoBarrier(panel);
  await speak(panel, 'zh-CN');
}
