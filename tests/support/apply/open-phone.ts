import { type Browser, chromium } from 'playwright';
import { browserPath, canSandbox } from '../../../scripts/world/launch-browser.ts';

/** The browser of a phone: another device, without our extension and without anything of the computer's profile. */
export function openPhone(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), chromiumSandbox: canSandbox() });
}
